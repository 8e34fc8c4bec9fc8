package vn.ansinh.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which units bear the names they bear on one of them.
 *
 * @param from the first of them; null where no name had changed before
 * @param before the first day after them; null where no change is known
 */
record NamesHold(@Nullable LocalDate from, @Nullable LocalDate before) {

  boolean on(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (before == null || day.isBefore(before));
  }
}
