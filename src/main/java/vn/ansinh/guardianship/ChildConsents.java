package vn.ansinh.guardianship;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Purpose;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.platform.VietnamTime;

/**
 * Whose word a child's account needs (Law 91/2025/QH15; Decree 356/2025/ND-CP): the
 * representative's, and from seven years the child's own too. Of a child who may be seven both are
 * needed. Asked when an application is handed in, by the birth date typed, and when it is approved,
 * by the register's.
 */
@Service
public class ChildConsents {

  private final Consents consents;
  private final Clock clock;

  ChildConsents(Consents consents, Clock clock) {
    this.consents = consents;
    this.clock = clock;
  }

  /** By what is typed; of a child whose birth date cannot be read all there are. */
  public List<Purpose> needed(ChildApplication application) {
    var form = application.form();
    return needed(form != null && form.born().filter(this::isYounger).isPresent());
  }

  /** Whether every word needed by what is typed was said, to the texts of today. */
  @Transactional(readOnly = true)
  public boolean stand(ChildApplication application) {
    return stand(application, needed(application));
  }

  /**
   * The same by the birth date of the register. Where that is not known to the day, a day that was
   * typed and agrees with it says more: the officer has seen it on the birth certificate.
   */
  boolean stand(ChildApplication application, BirthDate born) {
    return stand(
        application,
        born.precision() == BirthDate.Precision.DAY
            ? needed(isYounger(born))
            : needed(application));
  }

  /** Whether a child born then is old enough, or may be, to say Yes or No by itself. */
  public boolean hasOwnWord(BirthDate born) {
    return !isYounger(born);
  }

  private static List<Purpose> needed(boolean younger) {
    return younger
        ? List.of(Purpose.CHILD_BY_GUARDIAN)
        : List.of(Purpose.CHILD_BY_GUARDIAN, Purpose.CHILD_BY_CHILD);
  }

  private boolean stand(ChildApplication application, List<Purpose> needed) {
    return needed.stream().allMatch(it -> consents.stands(application.id().value(), it));
  }

  private boolean isYounger(BirthDate born) {
    return Ages.isCertainlyUnder(born, Ages.OWN_WORD, VietnamTime.today(clock));
  }
}
