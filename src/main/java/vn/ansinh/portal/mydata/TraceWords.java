package vn.ansinh.portal.mydata;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.datarights.Trace;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.web.Texts;

/** Puts a line of the trail into the words of whom it is about. */
@Component
class TraceWords {

  private final Offices offices;
  private final Texts texts;

  TraceWords(Offices offices, Texts texts) {
    this.offices = offices;
    this.texts = texts;
  }

  TracesPage.Row row(Trace trace, Locale language) {
    return new TracesPage.Row(
        VietnamTime.show(trace.at()),
        what(trace, language),
        who(trace, language),
        trace.who() != Trace.Who.YOURSELF && trace.who() != Trace.Who.SYSTEM);
  }

  private String what(Trace trace, Locale language) {
    var key = "mydata.deed." + trace.deed();
    return texts.of(language, trace.purpose().isEmpty() ? key : key + "." + trace.purpose());
  }

  private String who(Trace trace, Locale language) {
    if (trace.who() != Trace.Who.OFFICER) {
      return texts.of(language, "mydata.who." + trace.who());
    }
    var office =
        trace.officeCode() == null
            ? texts.of(language, "mydata.who.office.unknown")
            : offices.find(trace.officeCode()).map(Office::name).orElse(trace.officeCode());
    return trace.roles().isEmpty()
        ? texts.of(language, "mydata.who.OFFICER", office)
        : texts.of(language, "mydata.who.OFFICER.role", office, roles(trace, language));
  }

  private String roles(Trace trace, Locale language) {
    return trace.roles().stream()
        .sorted()
        .map(it -> texts.of(language, "staff.role." + it))
        .collect(Collectors.joining(", "));
  }
}
