package vn.ansinh.portal.mydata;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.ansinh.datarights.Held;
import vn.ansinh.files.Files;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.printing.Press;
import vn.ansinh.printing.Resources;
import vn.ansinh.printing.Sheet;
import vn.ansinh.web.Texts;

/** All data of a person as PDF, for reading: PDF/UA-1 and PDF/A-2a like Form 01 (ADR 3). */
@Component
class HeldDocument {

  private static final byte[] CSS = Resources.of("/mydata/mydata.css");
  private static final Set<String> PICTURES =
      Set.of("portrait", "paper_front", "paper_back", "certificate");

  private final HeldLines lines;
  private final TraceWords traces;
  private final Files files;
  private final Press press;
  private final Texts texts;

  HeldDocument(HeldLines lines, TraceWords traces, Files files, Press press, Texts texts) {
    this.lines = lines;
    this.traces = traces;
    this.files = files;
    this.press = press;
    this.texts = texts;
  }

  byte[] print(Held held, Locale language) {
    return press.print(() -> sheet(held, language));
  }

  private Sheet sheet(Held held, Locale language) {
    var parts = new HashMap<String, byte[]>();
    parts.put("mydata.css", CSS);
    var pictures = pictures(held, parts, language);
    var page = paper(held, pictures, language);
    var dated = OffsetDateTime.ofInstant(held.gatheredAt(), VietnamTime.ZONE);
    return new Sheet("document/mydata.jte", page, parts, dated, held.gatheredAt().toEpochMilli());
  }

  HeldPaper paper(Held held, List<HeldPaper.Picture> pictures, Locale language) {
    return new HeldPaper(
        language.getLanguage().equals("vi") ? "vi-VN" : "en",
        texts.of(language, "mydata.paper.title"),
        VietnamTime.show(held.gatheredAt()),
        held.sections().stream().map(it -> section(it, language)).toList(),
        held.traces().stream().map(it -> traces.row(it, language)).toList(),
        pictures,
        new HeldTexts(
            texts.of(language, "mydata.paper.subject"),
            texts.of(language, "mydata.paper.lead", VietnamTime.show(held.gatheredAt())),
            texts.of(language, "mydata.traces.title"),
            texts.of(language, "mydata.paper.pictures"),
            texts.of(language, "mydata.paper.nothing"),
            texts.of(language, "mydata.paper.foot", VietnamTime.show(held.gatheredAt()))));
  }

  private HeldPaper.Section section(Held.Section section, Locale language) {
    var entries = new ArrayList<HeldPaper.Entry>();
    int number = 0;
    for (var row : section.rows()) {
      number++;
      var title =
          section.rows().size() == 1
              ? ""
              : texts.of(language, "mydata.paper.entry", number, section.rows().size());
      entries.add(new HeldPaper.Entry(title, lines.of(row, PICTURES, language)));
    }
    var key = "mydata.table." + section.table();
    return new HeldPaper.Section(
        texts.find(language, key + "." + section.by()).orElseGet(() -> texts.of(language, key)),
        entries);
  }

  /** One that is gone or not yet safe to open is left out. */
  private List<HeldPaper.Picture> pictures(Held held, Map<String, byte[]> parts, Locale language) {
    var pictures = new ArrayList<HeldPaper.Picture>();
    for (var reference : held.pictures()) {
      files
          .open(reference.id())
          .ifPresent(
              it -> {
                var name = "picture-" + parts.size() + ".jpg";
                parts.put(name, it.jpeg());
                pictures.add(
                    new HeldPaper.Picture(
                        Sheet.PARTS + name,
                        texts.of(language, "mydata.field." + reference.column())));
              });
    }
    return pictures;
  }
}
