package vn.ansinh.console.adjusting;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.adjusting.Adjustment;
import vn.ansinh.adjusting.AdjustmentDesk;
import vn.ansinh.adjusting.AdjustmentQueue;
import vn.ansinh.adjusting.AdjustmentStatus;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.staff.Officer;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** A page of requests of one state, in words. */
@Component
class AdjustmentListScreen {

  private final AdjustmentQueue queue;
  private final AdjustmentDesk desk;
  private final AdjustmentWords words;
  private final People people;
  private final Texts texts;

  AdjustmentListScreen(
      AdjustmentQueue queue,
      AdjustmentDesk desk,
      AdjustmentWords words,
      People people,
      Texts texts) {
    this.queue = queue;
    this.desk = desk;
    this.words = words;
    this.people = people;
    this.texts = texts;
  }

  /**
   * @param after the last request of the page before
   * @param typed the code that was looked for in vain
   */
  AdjustmentsPage page(
      Officer officer,
      AdjustmentStatus state,
      @Nullable UUID after,
      String typed,
      @Nullable String done,
      Problems problems,
      Locale language) {
    var found = queue.of(officer, state, after);
    var shown = found.stream().limit(AdjustmentQueue.PAGE).toList();
    var counts = queue.counts(officer);
    return new AdjustmentsPage(
        AdjustmentQueue.STATES.stream().map(it -> tab(it, state, counts, language)).toList(),
        shown.stream().map(it -> row(it, officer, language)).toList(),
        state == AdjustmentStatus.SUBMITTED,
        after == null ? null : path(state),
        found.size() > shown.size() ? path(state) + "&after=" + shown.getLast().id() : null,
        typed,
        done,
        problems);
  }

  private static String path(AdjustmentStatus state) {
    return AdjustmentPages.PATH + "?state=" + state;
  }

  private AdjustmentsPage.Tab tab(
      AdjustmentStatus state,
      AdjustmentStatus chosen,
      Map<AdjustmentStatus, Long> counts,
      Locale language) {
    return new AdjustmentsPage.Tab(
        path(state),
        texts.of(language, "adjusting.desk.state." + state),
        state.isOpen() ? String.valueOf(counts.getOrDefault(state, 0L)) : null,
        state == chosen);
  }

  private AdjustmentsPage.Row row(Adjustment adjustment, Officer officer, Locale language) {
    var code = adjustment.code();
    return new AdjustmentsPage.Row(
        AdjustmentPages.path(adjustment.id()),
        people.find(adjustment.person()).map(Person::fullName).orElse("–"),
        code == null ? "" : code.value(),
        items(adjustment, language),
        AdjustmentWords.since(adjustment),
        words.promise(adjustment, language),
        holder(adjustment, officer, language),
        words.office(adjustment));
  }

  private String holder(Adjustment adjustment, Officer officer, Locale language) {
    var holder = adjustment.takenBy();
    if (holder == null) {
      return texts.of(language, "adjusting.desk.holder.none");
    }
    return holder.equals(officer.id().value())
        ? texts.of(language, "adjusting.desk.holder.mine")
        : desk.holder(adjustment);
  }

  private String items(Adjustment adjustment, Locale language) {
    var declared = adjustment.declared();
    return declared == null
        ? "–"
        : declared.items().stream()
            .map(it -> texts.of(language, "adjusting.item." + it))
            .collect(Collectors.joining(", "));
  }
}
