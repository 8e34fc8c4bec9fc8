package vn.ansinh.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.OfficeChange.Field;
import vn.ansinh.catalogue.OfficeChange.Problem;
import vn.ansinh.catalogue.OfficeChange.Reason;

/** What must be true of an office before it is written; tells everything that is wrong at once. */
@Component
class OfficeRules {

  private static final Pattern CODE = Pattern.compile("0([0-9]{2}|[0-9]{4})");
  private static final Pattern PHONE = Pattern.compile("[0-9+(). -]{3,40}");
  private static final int LONGEST = 300;

  private final OfficeStore store;
  private final AdministrativeUnits units;

  OfficeRules(OfficeStore store, AdministrativeUnits units) {
    this.store = store;
    this.units = units;
  }

  List<Problem> check(OfficeDetails details) {
    var problems = new ArrayList<Problem>();
    code(details.code()).ifPresent(it -> problems.add(new Problem(Field.CODE, it)));
    text(details.name()).ifPresent(it -> problems.add(new Problem(Field.NAME, it)));
    parent(details).ifPresent(it -> problems.add(new Problem(Field.PARENT, it)));
    optionalText(details.address()).ifPresent(it -> problems.add(new Problem(Field.ADDRESS, it)));
    phone(details.phone()).ifPresent(it -> problems.add(new Problem(Field.PHONE, it)));
    optionalText(details.hours()).ifPresent(it -> problems.add(new Problem(Field.HOURS, it)));
    if (!isOfOurTime(details.openFrom())) {
      problems.add(new Problem(Field.OPEN_FROM, Reason.MALFORMED));
    }
    end(details).ifPresent(it -> problems.add(new Problem(Field.OPEN_UNTIL, it)));
    successor(details).ifPresent(it -> problems.add(new Problem(Field.SUCCESSOR, it)));
    if (details.serves().stream().anyMatch(it -> units.find(it.layer(), it.code()).isEmpty())) {
      problems.add(new Problem(Field.SERVES, Reason.UNKNOWN));
    }
    return problems;
  }

  private static Optional<Reason> code(String code) {
    if (code.isBlank()) {
      return Optional.of(Reason.MISSING);
    }
    return CODE.matcher(code).matches() ? Optional.empty() : Optional.of(Reason.MALFORMED);
  }

  private static Optional<Reason> text(String text) {
    return text.isBlank() ? Optional.of(Reason.MISSING) : optionalText(text);
  }

  private static Optional<Reason> optionalText(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    if (PlainText.hidesSomething(text)) {
      return Optional.of(Reason.MALFORMED);
    }
    return text.length() > LONGEST ? Optional.of(Reason.TOO_LONG) : Optional.empty();
  }

  private static Optional<Reason> phone(@Nullable String phone) {
    return phone == null || PHONE.matcher(phone).matches()
        ? Optional.empty()
        : Optional.of(Reason.MALFORMED);
  }

  private Optional<Reason> parent(OfficeDetails details) {
    var parent = details.parentCode();
    if (details.code().equals(Office.ROOT)) {
      return parent == null ? Optional.empty() : Optional.of(Reason.ROOT);
    }
    return parent == null ? Optional.of(Reason.MISSING) : other(details.code(), parent);
  }

  private Optional<Reason> successor(OfficeDetails details) {
    var successor = details.successorCode();
    if (successor == null) {
      return Optional.empty();
    }
    if (details.openUntil() == null) {
      return Optional.of(Reason.BACKWARDS);
    }
    return other(details.code(), successor);
  }

  /** Another office, and not one that lies below or was taken over by this one. */
  private Optional<Reason> other(String code, String other) {
    if (!CODE.matcher(other).matches() || store.find(other).isEmpty()) {
      return Optional.of(Reason.UNKNOWN);
    }
    return CODE.matcher(code).matches() && store.codesUnder(code).contains(other)
        ? Optional.of(Reason.CIRCULAR)
        : Optional.empty();
  }

  private static Optional<Reason> end(OfficeDetails details) {
    var until = details.openUntil();
    if (until == null) {
      return Optional.empty();
    }
    if (details.code().equals(Office.ROOT)) {
      return Optional.of(Reason.ROOT);
    }
    if (!isOfOurTime(until)) {
      return Optional.of(Reason.MALFORMED);
    }
    return until.isBefore(details.openFrom()) ? Optional.of(Reason.BACKWARDS) : Optional.empty();
  }

  /** What lies farther away is mistyped. */
  private static boolean isOfOurTime(LocalDate date) {
    return date.getYear() >= 1945 && date.getYear() <= 2200;
  }
}
