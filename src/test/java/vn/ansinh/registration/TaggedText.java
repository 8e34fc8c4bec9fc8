package vn.ansinh.registration;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** The text of a tagged document in the order of its structure tree, as a screen reader says it. */
final class TaggedText {

  private record Line(String text, float y) {}

  private final Map<PDPage, Map<Integer, Line>> marked = new HashMap<>();
  private final StringBuilder said = new StringBuilder();
  private float lastY;

  private TaggedText() {}

  static String of(PDDocument document) throws IOException {
    TaggedText reader = new TaggedText();
    for (PDPage page : document.getPages()) {
      reader.collect(page);
    }
    reader.say(document.getDocumentCatalog().getStructureTreeRoot(), null);
    return reader.said.toString().replaceAll("[\\s\\u00A0]+", " ").strip();
  }

  private void collect(PDPage page) throws IOException {
    PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
    extractor.setSuppressDuplicateOverlappingText(false);
    extractor.processPage(page);
    Map<Integer, Line> texts = marked.computeIfAbsent(page, key -> new HashMap<>());
    extractor.getMarkedContents().forEach(content -> texts.put(content.getMCID(), text(content)));
  }

  private static Line text(PDMarkedContent content) {
    StringBuilder text = new StringBuilder();
    float y = 0;
    for (Object part : content.getContents()) {
      if (part instanceof TextPosition glyph) {
        text.append(glyph.getUnicode());
        y = glyph.getTextMatrix().getTranslateY();
      }
    }
    return new Line(text.toString(), y);
  }

  private void say(PDStructureNode node, PDPage inherited) {
    PDPage page = inherited;
    if (node instanceof PDStructureElement element) {
      page = element.getPage() == null ? inherited : element.getPage();
    }
    for (Object kid : node.getKids()) {
      switch (kid) {
        case PDStructureElement child -> {
          String type = child.getStructureType();
          said.append(type.equals("Span") ? "" : " ");
          say(child, page);
        }
        case PDMarkedContentReference reference ->
            say(marked.get(reference.getPage()).get(reference.getMCID()));
        case Integer id -> say(marked.get(page).get(id));
        default -> {}
      }
    }
  }

  /** A line's end is a space, as readers take it. */
  private void say(@Nullable Line line) {
    if (line == null || line.text().isEmpty()) {
      return;
    }
    said.append(line.y() == lastY ? "" : " ").append(line.text());
    lastY = line.y();
  }
}
