package vn.ansinh.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ansinh.registration.HandIn;

/**
 * Which part of the queue to show.
 *
 * @param text words of a name, a number or a code, in any order; blank for all
 * @param officeCode an office below the officer's own, with those below it; absent for all
 * @param from first day of submission
 * @param until last day of submission
 * @param page counts from 1
 */
public record QueueFilter(
    QueueTab tab,
    String text,
    @Nullable String officeCode,
    @Nullable HandIn handIn,
    @Nullable Assessment assessment,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    QueueSort sort,
    int page) {

  public static QueueFilter of(QueueTab tab) {
    return new QueueFilter(tab, "", null, null, null, null, null, QueueSort.DUE, 1);
  }

  public boolean narrowed() {
    return !text.isBlank()
        || officeCode != null
        || handIn != null
        || assessment != null
        || from != null
        || until != null;
  }
}
