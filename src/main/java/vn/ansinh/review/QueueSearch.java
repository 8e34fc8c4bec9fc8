package vn.ansinh.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.identity.Phones;
import vn.ansinh.platform.SearchText;
import vn.ansinh.platform.Secrets;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclaredFacts;

/**
 * What the queue is searched by: words of a name or code, also parts of them, in plain; numbers
 * whole and by their keyed hash only (ADR 15).
 */
@Component
class QueueSearch {

  /** No whole number is shorter; what is shorter was typed in groups. */
  private static final int SHORTEST_NUMBER = 9;

  private final Secrets secrets;

  QueueSearch(Secrets secrets) {
    this.secrets = secrets;
  }

  /** How an entry is found. */
  record Entry(String text, byte[][] numbers) {}

  /** One thing typed: it stands in the text, or it is one of the numbers. */
  record Term(String pattern, byte[] number) {}

  Entry entry(Declaration declaration, DeclaredFacts facts) {
    return new Entry(
        text(facts.fullName(), declaration.code().value()),
        hashes(
            facts.socialInsuranceNumber(),
            SearchText.of(facts.paper().number()),
            Phones.local(facts.phone())));
  }

  static String text(String fullName, String code) {
    return String.join(
        " ", SearchText.of(fullName), PersonNames.searchForm(fullName), SearchText.of(code));
  }

  byte[][] hashes(String... numbers) {
    return Stream.of(numbers).filter(it -> !it.isBlank()).map(this::hash).toArray(byte[][]::new);
  }

  List<Term> terms(String typed) {
    var terms = new ArrayList<Term>();
    var group = new ArrayList<String>();
    for (var word : Arrays.asList(SearchText.of(typed).split(" "))) {
      if (isGroup(word)) {
        group.add(word);
      } else {
        close(group, terms);
        add(word, word, terms);
      }
    }
    close(group, terms);
    return terms;
  }

  /** {@code 0352 153 000} is one number, and still the parts of a code as it is written. */
  private void close(List<String> group, List<Term> terms) {
    add(String.join(" ", group), String.join("", group), terms);
    group.clear();
  }

  private void add(String words, String number, List<Term> terms) {
    if (!words.isEmpty()) {
      terms.add(new Term("%" + words + "%", hash(number)));
    }
  }

  private static boolean isGroup(String word) {
    return !word.isEmpty()
        && word.length() < SHORTEST_NUMBER
        && word.chars().allMatch(it -> it >= '0' && it <= '9');
  }

  private byte[] hash(String number) {
    return secrets.hash(
        "review.queue_entry.number", Phones.normalize(number).map(Phones::local).orElse(number));
  }
}
