package vn.ansinh.accounts;

import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;

/**
 * One message when a password has become old, and again only after as long a time (requirement
 * R12). A hundred million accounts are half a million messages a day; what a longer pause has piled
 * up goes out in pieces. Any number of nodes shares the work.
 */
@Component
class PasswordReminders {

  private static final int AT_ONCE = 200;

  /** Five thousand a minute, in the hours of the day some three and a half million. */
  private static final int ROUNDS = 25;

  private final PasswordAgeStore store;
  private final PasswordSettings settings;
  private final ApplicationEventPublisher events;
  private final ObjectProvider<PasswordReminders> self;
  private final Audit audit;
  private final Clock clock;

  PasswordReminders(
      PasswordAgeStore store,
      PasswordSettings settings,
      ApplicationEventPublisher events,
      ObjectProvider<PasswordReminders> self,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.settings = settings;
    this.events = events;
    this.self = self;
    this.audit = audit;
    this.clock = clock;
  }

  /** At hours when a message may wake nobody. */
  @Scheduled(cron = "30 * 8-19 * * *", zone = "Asia/Ho_Chi_Minh")
  void run() {
    if (settings.reminding()) {
      runNow();
    }
  }

  void runNow() {
    var rounds = ROUNDS;
    while (rounds > 0 && self.getObject().round() == AT_ONCE) {
      rounds--;
    }
  }

  /**
   * One piece.
   *
   * @return how many were reminded
   */
  @Transactional
  public int round() {
    var now = clock.instant();
    var reminded = store.remind(settings.oldBefore(now), now, AT_ONCE);
    reminded.forEach(it -> events.publishEvent(new PasswordAged(it)));
    if (!reminded.isEmpty()) {
      audit.record(
          "PASSWORDS_REMINDED",
          Actor.SYSTEM,
          Subject.of("job", "password-reminders"),
          Map.of("count", Integer.toString(reminded.size())));
    }
    return reminded.size();
  }
}
