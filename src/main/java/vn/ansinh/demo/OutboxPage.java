package vn.ansinh.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages, the newest first.
 *
 * @param recipient what the visitor looks for; empty for all
 */
public record OutboxPage(String recipient, List<Letter> letters) {

  /**
   * One message as its addressee would read it.
   *
   * @param channelKey message key of e-mail or SMS
   * @param kindKey message key of what it is about
   * @param document address of the PDF that came with it
   */
  public record Letter(
      String id,
      boolean sms,
      String channelKey,
      String kindKey,
      String recipient,
      String sentAt,
      @Nullable String title,
      List<Paragraph> paragraphs,
      @Nullable String document) {}

  /**
   * @param secret a code or password on its own, shown large
   */
  public record Paragraph(List<Line> lines, boolean secret) {}

  /** Pieces of text and of links that stand in one line. */
  public record Line(List<Piece> pieces) {}

  /**
   * @param href path on this site, for pieces that are links
   */
  public record Piece(String text, @Nullable String href) {}
}
