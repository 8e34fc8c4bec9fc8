package vn.ansinh.portal.mydata;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.datarights.DataRequest;
import vn.ansinh.datarights.RequestKind;
import vn.ansinh.datarights.RequestStatus;
import vn.ansinh.datarights.Requests;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Puts a person's requests into words. */
@Component
class RequestsScreen {

  private final Requests requests;
  private final Offices offices;
  private final Texts texts;

  RequestsScreen(Requests requests, Offices offices, Texts texts) {
    this.requests = requests;
    this.offices = offices;
    this.texts = texts;
  }

  RequestsPage of(
      PersonId person,
      @Nullable RequestKind kind,
      String wish,
      @Nullable String notice,
      Problems problems,
      Locale language) {
    return new RequestsPage(
        requests.of(person).stream().map(it -> row(it, language)).toList(),
        Arrays.stream(RequestKind.values())
            .map(it -> new Option(it.name(), texts.of(language, "mydata.request.kind." + it)))
            .toList(),
        kind == null ? null : kind.name(),
        wish,
        notice,
        problems);
  }

  private RequestsPage.Row row(DataRequest request, Locale language) {
    var ended = request.endedAt();
    return new RequestsPage.Row(
        request.id().toString(),
        texts.of(language, "mydata.request.kind." + request.kind()),
        texts.of(language, "mydata.request.status." + request.status()),
        tone(request.status()),
        texts.of(language, "mydata.request.sent", VietnamTime.show(request.submittedAt())),
        ended == null
            ? texts.of(language, "mydata.request.due", VietnamTime.show(request.dueOn()))
            : texts.of(language, "mydata.request.ended", VietnamTime.show(ended)),
        offices.find(request.officeCode()).map(Office::name).orElse(request.officeCode()),
        request.wish(),
        request.answer(),
        ended == null ? RequestsPages.PATH + "/" + request.id() + "/withdrawal" : null);
  }

  private static String tone(RequestStatus status) {
    return switch (status) {
      case WAITING -> "note";
      case GRANTED -> "good";
      case REFUSED -> "warn";
      case WITHDRAWN -> "";
    };
  }
}
