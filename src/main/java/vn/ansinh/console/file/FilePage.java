package vn.ansinh.console.file;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.console.AssessmentMark;
import vn.ansinh.console.PromiseTexts.Promise;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;
import vn.ansinh.web.TimelineEntry;

/**
 * Everything {@code console/file/file.jte} shows.
 *
 * @param within the list it was opened from, as an address ends
 * @param sources what is declared is compared with; headings of columns
 * @param contradictions where a photo shows another card than the one scanned, in words
 * @param unread cards nobody had read, in words; empty when all were
 * @param quick absent when the file has to be gone through item by item
 * @param done what was just done, in words
 */
public record FilePage(
    Head head,
    String within,
    @Nullable String previous,
    @Nullable String next,
    List<CompareRow> rows,
    List<String> sources,
    List<String> contradictions,
    String unread,
    String verdict,
    AssessmentMark mark,
    List<Option> others,
    List<Picture> pictures,
    boolean verified,
    List<Check> checks,
    List<Remark> remarks,
    List<TimelineEntry> history,
    List<Message> messages,
    List<Undelivered> undelivered,
    Allowed allowed,
    List<Panel> panels,
    @Nullable Quick quick,
    List<Option> colleagues,
    List<Option> offices,
    @Nullable String done,
    Problems problems) {

  /**
   * Which file, where it stands, who has it.
   *
   * @param version a decision is made on it
   * @param holder empty when nobody has it
   * @param open not decided, withdrawn or expired
   */
  public record Head(
      String path,
      String code,
      String name,
      int version,
      String status,
      String tone,
      Promise promise,
      String handIn,
      String office,
      String holder,
      boolean mine,
      boolean open,
      boolean erased) {}

  /** What this officer may do with this file now. */
  public record Allowed(
      boolean work,
      boolean take,
      boolean giveBack,
      boolean handOver,
      boolean move,
      boolean recordPaper,
      boolean match,
      boolean resend) {}

  /**
   * @param address absent when it cannot be shown
   * @param instead what to say then
   * @param faults what a machine found wanting in it
   */
  public record Picture(
      String kind,
      String label,
      @Nullable String address,
      @Nullable String instead,
      List<String> faults) {}

  /**
   * @param key digit that ticks it
   */
  public record Check(String name, String label, boolean ticked, int key) {}

  public record Remark(String by, String at, String text) {}

  /**
   * A message to the applicant.
   *
   * @param problem why it did not arrive, or empty
   * @param again whether it can be sent again from here
   */
  public record Message(
      String id, String about, String to, String state, String tone, boolean again) {}

  public record Undelivered(String id, String text) {}

  /**
   * Approving with two keys.
   *
   * @param compared by machine, and with what
   * @param vouched what the officer says to have compared by approving
   */
  public record Quick(List<String> compared, List<Vouched> vouched) {}

  public record Vouched(String name, String label) {}

  /**
   * One way to decide.
   *
   * @param key of the keyboard
   * @param reasons code, what is wrong, what to do
   * @param chosen codes to tick again after a mistake
   */
  public record Panel(
      String kind,
      String key,
      List<Option> reasons,
      List<String> chosen,
      String note,
      boolean open,
      @Nullable String problem) {}
}
