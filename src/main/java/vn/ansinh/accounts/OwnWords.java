package vn.ansinh.accounts;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.people.Person;
import vn.ansinh.platform.SearchText;

/** What others know or guess about a person, in the bare form in which passwords are judged. */
final class OwnWords {

  private OwnWords() {}

  static Set<String> of(Account account) {
    var words = new LinkedHashSet<String>();
    add(words, account.userName());
    addPhone(words, account.phone());
    addEmail(words, account.email());
    return words;
  }

  static Set<String> of(Person person) {
    var words = new LinkedHashSet<String>();
    add(words, person.socialInsuranceNumber());
    add(words, person.personalId());
    person.papers().stream().map(IdentityPaper::number).forEach(it -> add(words, it));
    addPhone(words, person.phone());
    addEmail(words, person.email());
    addDates(words, person.birthDate());
    add(words, person.fullName());
    for (var word : SearchText.of(person.fullName()).split(" ")) {
      add(words, word);
    }
    return words;
  }

  private static void addPhone(Set<String> words, @Nullable String phone) {
    if (phone != null) {
      add(words, phone);
      var subscriber = phone.startsWith("+84") ? phone.substring(3) : phone;
      add(words, "0" + subscriber);
      add(words, subscriber);
    }
  }

  private static void addEmail(Set<String> words, @Nullable String email) {
    if (email != null) {
      add(words, email);
      add(words, email.substring(0, Math.max(0, email.indexOf('@'))));
    }
  }

  /** Day, month and year in the usual orders, with the year whole and by its last two digits. */
  private static void addDates(Set<String> words, BirthDate born) {
    var year = Integer.toString(born.year());
    var shortYear = year.substring(2);
    add(words, year);
    var month = born.month();
    if (month == null) {
      return;
    }
    var mm = "%02d".formatted(month);
    add(words, mm + year);
    add(words, year + mm);
    var day = born.day();
    if (day == null) {
      return;
    }
    var dd = "%02d".formatted(day);
    for (var y : Set.of(year, shortYear)) {
      add(words, dd + mm + y);
      add(words, y + mm + dd);
      add(words, Integer.toString(day) + month + y);
    }
    add(words, dd + mm);
  }

  private static void add(Set<String> words, @Nullable String word) {
    if (word != null) {
      var bare = PasswordRules.bare(word);
      if (bare.length() > 1) {
        words.add(bare);
      }
    }
  }
}
