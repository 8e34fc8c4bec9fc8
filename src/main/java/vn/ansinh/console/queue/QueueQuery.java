package vn.ansinh.console.queue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ansinh.registration.HandIn;
import vn.ansinh.review.Assessment;
import vn.ansinh.review.QueueFilter;
import vn.ansinh.review.QueueSort;
import vn.ansinh.review.QueueTab;

/**
 * A queue filter as it stands in an address. What was searched for is sealed, because addresses end
 * up in histories and logs and people search for names and numbers.
 *
 * @param q sealed search text; see {@link SealedText}
 */
public record QueueQuery(
    @Nullable String tab,
    @Nullable String q,
    @Nullable String office,
    @Nullable String handIn,
    @Nullable String assessment,
    @Nullable String from,
    @Nullable String until,
    @Nullable String sort,
    @Nullable Integer page) {

  static QueueQuery of(QueueTab tab) {
    return new QueueQuery(tab.name(), null, null, null, null, null, null, null, null);
  }

  public QueueTab tabChosen() {
    return choice(tab, QueueTab::valueOf).orElse(QueueTab.NEW);
  }

  public QueueSort sortChosen() {
    return choice(sort, QueueSort::valueOf).orElse(QueueSort.DUE);
  }

  public @Nullable HandIn handInChosen() {
    return choice(handIn, HandIn::valueOf).orElse(null);
  }

  public @Nullable Assessment assessmentChosen() {
    return choice(assessment, Assessment::valueOf).orElse(null);
  }

  /** Whether it says anything: a file opened without one has no neighbours in a list. */
  public boolean present() {
    return tab != null || q != null;
  }

  QueueFilter filter(String text) {
    return new QueueFilter(
        tabChosen(),
        text,
        blankToNull(office),
        handInChosen(),
        assessmentChosen(),
        date(from),
        date(until),
        sortChosen(),
        page == null ? 1 : page);
  }

  QueueQuery with(QueueTab other) {
    return new QueueQuery(other.name(), q, office, handIn, assessment, from, until, sort, null);
  }

  QueueQuery onPage(int number) {
    return new QueueQuery(tab, q, office, handIn, assessment, from, until, sort, number);
  }

  /** {@code ?tab=NEW&…}, empty when it says nothing. */
  public String text() {
    var uri = UriComponentsBuilder.newInstance();
    add(uri, "tab", tab);
    add(uri, "q", q);
    add(uri, "office", office);
    add(uri, "handIn", handIn);
    add(uri, "assessment", assessment);
    add(uri, "from", from);
    add(uri, "until", until);
    add(uri, "sort", sort);
    if (page != null && page > 1) {
      uri.queryParam("page", page);
    }
    return uri.encode().toUriString();
  }

  private static void add(UriComponentsBuilder uri, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      uri.queryParam(name, value);
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static <T> Optional<T> choice(@Nullable String text, Function<String, T> choice) {
    try {
      return text == null || text.isBlank()
          ? Optional.empty()
          : Optional.of(choice.apply(text.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
