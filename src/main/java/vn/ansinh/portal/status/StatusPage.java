package vn.ansinh.portal.status;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.catalogue.Office;
import vn.ansinh.web.TimelineEntry;

/**
 * Everything {@code portal/status/show.jte} shows.
 *
 * @param at the path of this page, for what can be done here
 * @param tone of the status chip
 * @param explanation who acts next, and by when
 * @param phone what the person should know about the phone declared; absent when it is confirmed
 * @param mailsForm whether the consent to have the form by e-mail can be withdrawn here
 * @param daysLeft of the ten days to hand in papers; absent when none are awaited
 */
public record StatusPage(
    String code,
    String at,
    String status,
    String tone,
    String explanation,
    @Nullable Notice notice,
    List<ReasonText> reasons,
    @Nullable String note,
    List<Line> lines,
    @Nullable PhoneNote phone,
    @Nullable Integer daysLeft,
    boolean canCorrect,
    boolean canWithdraw,
    boolean hasForm,
    boolean mailsForm,
    List<TimelineEntry> timeline,
    List<DeliveryLine> deliveries,
    @Nullable Office office) {

  /** What just happened, or why it did not, in words. */
  public record Notice(String text, boolean happened) {}

  /** Why the office did not approve, and what to do about it. */
  public record ReasonText(String text, String whatToDo) {}

  /**
   * About a phone that is not confirmed.
   *
   * @param warns somebody else has confirmed it
   * @param confirmAt the page to confirm it on
   */
  public record PhoneNote(String text, boolean warns, String confirmAt) {}

  /** A fact of the file. */
  public record Line(String label, @Nullable String value) {}

  /** A message that was sent: what, to whom (masked), how far it got. */
  public record DeliveryLine(String what, String to, String state) {}
}
