package vn.ansinh.console.file;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.review.Assessment;
import vn.ansinh.review.CheckItem;
import vn.ansinh.review.Comparison;
import vn.ansinh.review.Comparison.Field;
import vn.ansinh.review.Comparison.Verdict;
import vn.ansinh.review.Decision;
import vn.ansinh.review.OpenFile;
import vn.ansinh.staff.Officer;
import vn.ansinh.web.Texts;

/**
 * Approving with two keys where all that can be compared by machine agrees. What the machine has
 * compared, and what the officer vouches for instead of ticking it, stands written above the second
 * key; nothing is ticked beforehand.
 */
@Component
class QuickApprovals {

  private final Texts texts;

  QuickApprovals(Texts texts) {
    this.texts = texts;
  }

  /** Null when the file has to be gone through item by item. */
  FilePage.@Nullable Quick of(OpenFile file, Officer officer, Locale language) {
    var comparison =
        file.comparison().filter(it -> it.assessment() == Assessment.CONSISTENT).orElse(null);
    if (comparison == null || !officer.may(Decision.Kind.APPROVE.permission())) {
      return null;
    }
    return new FilePage.Quick(
        Stream.of(Field.values())
            .filter(Field::identifies)
            .flatMap(it -> compared(it, file, comparison, language))
            .toList(),
        CheckItem.of(file.declaration().handIn()).stream()
            .map(it -> new FilePage.Vouched(it.name(), texts.of(language, "review.check." + it)))
            .toList());
  }

  private Stream<String> compared(
      Field field, OpenFile file, Comparison comparison, Locale language) {
    List<String> with =
        CompareRows.sources(file).stream()
            .filter(it -> comparison.of(it, field) == Verdict.SAME)
            .map(it -> texts.of(language, "review.source." + it))
            .toList();
    return with.isEmpty()
        ? Stream.of()
        : Stream.of(
            texts.of(language, "review.field." + field)
                + ": "
                + with.stream().collect(Collectors.joining(", ")));
  }
}
