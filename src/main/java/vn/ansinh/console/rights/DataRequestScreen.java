package vn.ansinh.console.rights;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.console.PromiseTexts;
import vn.ansinh.datarights.DataRequest;
import vn.ansinh.datarights.RequestDesk;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Puts requests into words for the officer. */
@Component
class DataRequestScreen {

  private final RequestDesk desk;
  private final People people;
  private final Offices offices;
  private final PromiseTexts promises;
  private final Texts texts;

  DataRequestScreen(
      RequestDesk desk, People people, Offices offices, PromiseTexts promises, Texts texts) {
    this.desk = desk;
    this.people = people;
    this.offices = offices;
    this.promises = promises;
    this.texts = texts;
  }

  DataRequestsPage list(Officer officer, @Nullable String done, Locale language) {
    return new DataRequestsPage(
        desk.waiting(officer).stream().map(it -> row(it, language)).toList(), done);
  }

  DataRequestPage one(
      DataRequest request, String answer, Problems problems, Officer officer, Locale language) {
    var person = people.find(request.person());
    return new DataRequestPage(
        at(request),
        kind(request, language),
        texts.of(language, "rights.hint." + request.kind()),
        person.map(Person::fullName).orElse("–"),
        person.map(it -> it.birthDate().text()).orElse("–"),
        person.map(Person::number).orElse("–"),
        VietnamTime.show(request.submittedAt()),
        promises.until(request.dueOn(), language),
        request.wish(),
        officer.may(Permission.DECIDE),
        answer,
        problems);
  }

  private DataRequestsPage.Row row(DataRequest request, Locale language) {
    return new DataRequestsPage.Row(
        at(request),
        people.find(request.person()).map(Person::fullName).orElse("–"),
        kind(request, language),
        VietnamTime.show(request.submittedAt()),
        promises.until(request.dueOn(), language),
        offices.find(request.officeCode()).map(Office::label).orElse(request.officeCode()));
  }

  private String kind(DataRequest request, Locale language) {
    return texts.of(language, "mydata.request.kind." + request.kind());
  }

  private static String at(DataRequest request) {
    return DataRequestPages.PATH + "/" + request.id();
  }
}
