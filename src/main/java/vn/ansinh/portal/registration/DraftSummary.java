package vn.ansinh.portal.registration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.catalogue.UnitPath;
import vn.ansinh.registration.Draft;
import vn.ansinh.registration.DraftContent;
import vn.ansinh.registration.Field;
import vn.ansinh.registration.Step;
import vn.ansinh.web.Chrome;

/** A draft as lines to read. */
@Component
class DraftSummary {

  private final AdministrativeUnits units;
  private final Offices offices;

  DraftSummary(AdministrativeUnits units, Offices offices) {
    this.units = units;
    this.offices = offices;
  }

  List<ReviewPage.Section> of(Draft draft, Chrome chrome) {
    return List.of(
        person(draft, chrome),
        contact(draft.content(), chrome),
        photos(draft, chrome),
        office(draft.content(), chrome));
  }

  private static ReviewPage.Section person(Draft draft, Chrome chrome) {
    var content = draft.content();
    var chosen = NumberPages.chosen(draft);
    var lines = new Lines(chrome);
    lines.add(
        "registration.applicant.legend",
        choice("registration.applicant.", content, Field.APPLICANT_KIND, chrome),
        Step.KIND);
    lines.add(
        "registration.review.number",
        chosen != null ? chosen : content.typed(Field.NUMBER),
        Step.NUMBER);
    lines.add("registration.details.name", content.typed(Field.FULL_NAME), Step.DECLARATION);
    lines.add("registration.details.birth", content.typed(Field.BIRTH_DATE), Step.DECLARATION);
    lines.add(
        "registration.details.sex",
        choice("registration.details.sex.", content, Field.SEX, chrome),
        Step.DECLARATION);
    var kind = choice("registration.details.paperKind.", content, Field.PAPER_KIND, chrome);
    lines.add(
        "registration.review.paper",
        (kind == null ? "" : kind + " ") + content.typed(Field.PAPER_NUMBER),
        Step.DECLARATION);
    return lines.under("registration.review.person");
  }

  private ReviewPage.Section contact(DraftContent content, Chrome chrome) {
    var lines = new Lines(chrome);
    var old = content.typed(Field.ADDRESS_LAYER).equals(Layer.UNTIL_2025.name());
    var ward = content.typed(Field.WARD_CODE);
    var path =
        units.path(old ? Layer.UNTIL_2025 : Layer.SINCE_2025, ward).map(UnitPath::text).orElse("");
    var street = content.typed(Field.STREET);
    lines.add(
        "registration.review.address",
        street.isBlank() ? path : street + ", " + path,
        Step.DECLARATION);
    if (old) {
      units
          .successors(ward)
          .forEach(it -> lines.add("registration.review.newUnit", it.text(), null));
    }
    lines.add(
        "registration.details.contactPerson",
        content.typed(Field.CONTACT_PERSON),
        Step.DECLARATION);
    lines.add("registration.details.phone", content.typed(Field.PHONE), Step.DECLARATION);
    lines.add("registration.details.email", content.typed(Field.EMAIL), Step.DECLARATION);
    return lines.under("registration.review.contact");
  }

  private static ReviewPage.Section photos(Draft draft, Chrome chrome) {
    var count = draft.photos().ids().size();
    var lines = new Lines(chrome);
    var said =
        count == 0 && draft.verified()
            ? chrome.t("registration.review.photos.verified")
            : chrome.t("registration.review.photos.count", count);
    lines.add("registration.review.photos", said, Step.PHOTOS);
    return lines.under("registration.review.photos");
  }

  private ReviewPage.Section office(DraftContent content, Chrome chrome) {
    var lines = new Lines(chrome);
    var office = offices.find(content.typed(Field.OFFICE_CODE)).map(Office::label).orElse("");
    lines.add("registration.office.title", office, Step.OFFICE);
    lines.add(
        "registration.office.handIn",
        choice("registration.office.handIn.", content, Field.HAND_IN, chrome),
        Step.OFFICE);
    lines.add(
        "registration.office.place",
        choice("registration.office.place.", content, Field.PLACE, chrome),
        Step.OFFICE);
    if (content.isTicked(Field.RECEIVES_BY_EMAIL)) {
      lines.add("registration.office.receivesByEmail", content.typed(Field.EMAIL), Step.OFFICE);
    }
    return lines.under("registration.review.office");
  }

  private static @Nullable String choice(
      String prefix, DraftContent content, Field field, Chrome chrome) {
    var key = prefix + content.typed(field);
    return chrome.has(key) ? chrome.t(key) : null;
  }

  private static final class Lines {
    private final List<ReviewPage.Line> lines = new ArrayList<>();
    private final Chrome chrome;

    Lines(Chrome chrome) {
      this.chrome = chrome;
    }

    void add(String label, @Nullable String value, @Nullable Step change) {
      lines.add(
          new ReviewPage.Line(chrome.t(label), value, change == null ? null : Wizard.path(change)));
    }

    ReviewPage.Section under(String title) {
      return new ReviewPage.Section(chrome.t(title), List.copyOf(lines));
    }
  }
}
