package vn.ansinh.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.EmailAddresses;
import vn.ansinh.identity.NameCheck;
import vn.ansinh.identity.NumberCheck;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.identity.Phones;
import vn.ansinh.platform.SearchText;
import vn.ansinh.registration.Completeness.Finding;

/**
 * One pass over what was typed, noting what is wrong. Each method answers the value to be declared,
 * or null after noting why there is none.
 */
final class Reading {

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}&&[^\\t\\r\\n\\p{Co}\\p{Cn}]]");
  private static final Pattern PICTOGRAPHS = Pattern.compile("[\\p{So}\\p{Co}\\p{Cn}\\p{Cs}]");

  private final DraftContent content;
  private final List<Finding> problems = new ArrayList<>();
  private final List<Finding> doubts = new ArrayList<>();

  Reading(DraftContent content) {
    this.content = content;
  }

  String typed(Field field) {
    return content.typed(field);
  }

  boolean isBlank(Field field) {
    return content.typed(field).isBlank();
  }

  /** As it is; null when there is nothing. */
  @Nullable String kept(Field field) {
    return isBlank(field) ? null : typed(field);
  }

  void problem(Field field, String code) {
    problems.add(new Finding(field, code));
  }

  void doubt(Field field, String code) {
    doubts.add(new Finding(field, code));
  }

  Completeness completeness() {
    return new Completeness(problems, doubts);
  }

  <E extends Enum<E>> @Nullable E choice(Field field, Class<E> options) {
    var chosen =
        Stream.of(options.getEnumConstants())
            .filter(it -> it.name().equals(typed(field)))
            .findFirst();
    if (chosen.isEmpty()) {
      problem(field, isBlank(field) ? "EMPTY" : "UNKNOWN");
    }
    return chosen.orElse(null);
  }

  @Nullable String name(Field field) {
    return switch (PersonNames.check(typed(field))) {
      case NameCheck.Valid(var written) -> written;
      case NameCheck.Doubtful(var written) -> {
        doubt(field, "NO_DIACRITICS");
        yield written;
      }
      case NameCheck.Invalid(var problem) -> {
        problem(field, problem.name());
        yield null;
      }
    };
  }

  @Nullable String number(Field field, NumberCheck check) {
    return switch (check) {
      case NumberCheck.Valid(var number) -> number;
      case NumberCheck.Invalid(var problem) -> {
        problem(field, problem.name());
        yield null;
      }
    };
  }

  @Nullable String phone() {
    var phone = Phones.normalize(typed(Field.PHONE));
    if (phone.isEmpty()) {
      problem(Field.PHONE, isBlank(Field.PHONE) ? "EMPTY" : "WRONG_FORMAT");
    }
    return phone.orElse(null);
  }

  @Nullable String email() {
    var email = EmailAddresses.normalize(typed(Field.EMAIL));
    if (email.isEmpty() && !isBlank(Field.EMAIL)) {
      problem(Field.EMAIL, "WRONG_FORMAT");
    } else if (email.isEmpty() && content.isTicked(Field.RECEIVES_BY_EMAIL)) {
      problem(Field.EMAIL, "EMPTY");
    }
    return email.orElse(null);
  }

  /** One line of free text. */
  @Nullable String line(Field field, int longest) {
    var text = typed(field);
    if (text.length() > longest) {
      problem(field, "TOO_LONG");
    } else if (INVISIBLE.matcher(text).find()) {
      problem(field, "CONTROL_CHARACTERS");
    } else if (PICTOGRAPHS.matcher(text).find()) {
      problem(field, "WRONG_CHARACTERS");
    } else if (text.isBlank()) {
      problem(field, "EMPTY");
    } else {
      return SearchText.written(text);
    }
    return null;
  }
}
