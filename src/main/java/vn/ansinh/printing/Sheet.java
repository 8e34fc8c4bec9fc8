package vn.ansinh.printing;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * What is to be printed.
 *
 * @param template of XHTML, with one parameter
 * @param page the template's parameter; text in it may come from anybody
 * @param parts all the page may refer to besides its fonts, as {@code part:/name}: style sheets,
 *     PNG, and JPEG upright in RGB or grey
 * @param dated the moment the file carries instead of that of printing
 * @param identifier of the file; the same for the same document
 */
public record Sheet(
    String template,
    Object page,
    Map<String, byte[]> parts,
    OffsetDateTime dated,
    long identifier) {

  /** What addresses of parts begin with. */
  public static final String PARTS = "part:/";

  public Sheet {
    parts = Map.copyOf(parts);
  }
}
