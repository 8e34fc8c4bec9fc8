package vn.ansinh.datarights;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import vn.ansinh.files.FileId;

/**
 * All that is held about a person, but for the pictures themselves.
 *
 * @param traces who looked and who changed, the newest first
 */
public record Held(
    Instant gatheredAt,
    List<Section> sections,
    List<PictureReference> pictures,
    List<Trace> traces) {

  public Held {
    sections = List.copyOf(sections);
    pictures = List.copyOf(pictures);
    traces = List.copyOf(traces);
  }

  /**
   * The rows of one table.
   *
   * @param by the column by which they are the person's, which tells a child's row from a
   *     guardian's
   */
  public record Section(String table, String by, List<ObjectNode> rows) {

    public Section {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A picture some row names.
   *
   * @param column what it is of, such as {@code portrait}
   */
  public record PictureReference(FileId id, String table, String column) {}
}
