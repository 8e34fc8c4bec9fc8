package vn.ansinh.portal;

import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Weakness;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** What is wrong with a password somebody chose, in words; for every page where one is chosen. */
@Component
public final class PasswordWords {

  private final Texts texts;

  PasswordWords(Texts texts) {
    this.texts = texts;
  }

  /** Adds what can be seen without asking the accounts: nothing typed, or two different things. */
  public void check(Problems problems, String password, boolean repeatedAlike, Locale language) {
    if (password.isEmpty()) {
      problems.add("password", texts.of(language, "password.empty"));
    } else if (!repeatedAlike) {
      problems.add("repeated", texts.of(language, "password.different"));
    }
  }

  public String of(Weakness weakness, Locale language) {
    return switch (weakness) {
      case TOO_SHORT -> texts.of(language, "password.tooShort");
      case TOO_LONG -> texts.of(language, "password.tooLong");
      case UNUSABLE_CHARACTERS -> texts.of(language, "password.unusable");
      case COMMON -> texts.of(language, "password.common");
      case OWN_DATA -> texts.of(language, "password.ownData");
      case USED_BEFORE -> texts.of(language, "password.usedBefore");
    };
  }
}
