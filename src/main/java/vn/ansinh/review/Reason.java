package vn.ansinh.review;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a file was not approved: whole sentences that become the notice.
 *
 * @param validFrom first day of these words
 * @param validTo last day of these words; absent while no end is planned
 */
public record Reason(
    String code,
    ReasonKind kind,
    Words vietnamese,
    Words english,
    LocalDate validFrom,
    @Nullable LocalDate validTo) {

  /**
   * @param wrong what is wrong
   * @param toDo what the person can do about it
   */
  public record Words(String wrong, String toDo) {}

  public Words in(Locale language) {
    return language.getLanguage().equals("vi") ? vietnamese : english;
  }
}
