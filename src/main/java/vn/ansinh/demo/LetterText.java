package vn.ansinh.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.ansinh.demo.OutboxPage.Line;
import vn.ansinh.demo.OutboxPage.Paragraph;
import vn.ansinh.demo.OutboxPage.Piece;

/** Parts the text of a message so that a page can show its links and its code. */
final class LetterText {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9-]{6,24}");

  private LetterText() {}

  static List<Paragraph> paragraphs(String text) {
    return Stream.of(text.strip().split("\n\n+")).map(LetterText::paragraph).toList();
  }

  private static Paragraph paragraph(String text) {
    return new Paragraph(
        text.lines().map(LetterText::line).toList(), SECRET.matcher(text.strip()).matches());
  }

  private static Line line(String text) {
    var pieces = new ArrayList<Piece>();
    var links = LINK.matcher(text);
    int from = 0;
    while (links.find()) {
      if (links.start() > from) {
        pieces.add(new Piece(text.substring(from, links.start()), null));
      }
      pieces.add(new Piece(links.group(), path(links.group())));
      from = links.end();
    }
    if (from < text.length()) {
      pieces.add(new Piece(text.substring(from), null));
    }
    return new Line(pieces);
  }

  /** The visitor stays on the host the page came from, whatever address messages name. */
  private static String path(String link) {
    var path = URI.create(link).getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }
}
