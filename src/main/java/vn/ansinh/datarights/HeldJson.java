package vn.ansinh.datarights;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.files.Files;
import vn.ansinh.platform.Wiped;

/** The format {@code ansinh-my-data}, version 1, as docs/my-data.md tells it. */
@Component
class HeldJson {

  private static final int VERSION = 1;

  private final JsonMapper json;
  private final Files files;

  HeldJson(JsonMapper json, Files files) {
    this.json = json;
    this.files = files;
  }

  void write(Held held, OutputStream to) throws IOException {
    try (var out = json.writer().with(SerializationFeature.INDENT_OUTPUT).createGenerator(to)) {
      out.writeStartObject();
      out.writeStringProperty("format", "ansinh-my-data");
      out.writeNumberProperty("version", VERSION);
      out.writeStringProperty("gathered_at", held.gatheredAt().toString());
      out.writeArrayPropertyStart("tables");
      held.sections().forEach(it -> section(it, out));
      out.writeEndArray();
      out.writeArrayPropertyStart("looks_and_changes");
      held.traces().forEach(it -> trace(it, out));
      out.writeEndArray();
      out.writeArrayPropertyStart("pictures");
      held.pictures().forEach(it -> picture(it, out));
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  private static void section(Held.Section section, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("table", section.table());
    out.writeStringProperty("by", section.by());
    out.writeArrayPropertyStart("rows");
    section.rows().forEach(out::writeTree);
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void trace(Trace trace, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("at", trace.at().toString());
    out.writeStringProperty("deed", trace.deed().name());
    out.writeStringProperty("who", trace.who().name());
    if (!trace.purpose().isEmpty()) {
      out.writeStringProperty("purpose", trace.purpose());
    }
    if (trace.officeCode() != null) {
      out.writeStringProperty("office_code", trace.officeCode());
    }
    out.writeArrayPropertyStart("roles");
    trace.roles().stream().sorted().forEach(out::writeString);
    out.writeEndArray();
    out.writeEndObject();
  }

  /** One that is gone or not yet safe to open is named without content. */
  private void picture(Held.PictureReference reference, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("id", reference.id().value().toString());
    out.writeStringProperty("table", reference.table());
    out.writeStringProperty("column", reference.column());
    files
        .open(reference.id())
        .ifPresent(
            it -> {
              out.writeStringProperty("type", "image/jpeg");
              out.writeName("base64");
              Wiped.after(it.jpeg(), out::writeBinary);
            });
    out.writeEndObject();
  }
}
