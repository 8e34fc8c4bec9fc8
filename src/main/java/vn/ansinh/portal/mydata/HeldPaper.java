package vn.ansinh.portal.mydata;

import java.util.List;

/**
 * All data of a person, as they are read on paper.
 *
 * @param language as HTML names it
 */
public record HeldPaper(
    String language,
    String title,
    String gatheredAt,
    List<Section> sections,
    List<TracesPage.Row> traces,
    List<Picture> pictures,
    HeldTexts texts) {

  /** What one table holds. */
  public record Section(String title, List<Entry> entries) {}

  /**
   * One row.
   *
   * @param title absent, that is empty, where there is only one
   */
  public record Entry(String title, List<Line> lines) {}

  /** A fact and what it is of. */
  public record Line(String label, String value) {}

  /**
   * A picture.
   *
   * @param address within the document
   */
  public record Picture(String address, String caption) {}
}
