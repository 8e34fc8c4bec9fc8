package vn.ansinh.portal.registration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.registration.Completeness;
import vn.ansinh.registration.Field;
import vn.ansinh.registration.Step;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** Puts what the register of rules found into the sentences and field names of the pages. */
final class Findings {

  /** How the pages call the fields; also the anchors of the error summary. */
  private static final Map<Field, String> NAMES = new EnumMap<>(Field.class);

  static {
    NAMES.put(Field.APPLICANT_KIND, "applicantKind");
    NAMES.put(Field.NUMBER, "number");
    NAMES.put(Field.CANDIDATE, "number");
    NAMES.put(Field.SEARCH_NAME, "fullName");
    NAMES.put(Field.SEARCH_BIRTH_DATE, "birth");
    NAMES.put(Field.SEARCH_PAPER_NUMBER, "paperNumber");
    NAMES.put(Field.FULL_NAME, "fullName");
    NAMES.put(Field.BIRTH_DATE, "birth");
    NAMES.put(Field.SEX, "sex");
    NAMES.put(Field.PAPER_KIND, "paperKind");
    NAMES.put(Field.PAPER_NUMBER, "paperNumber");
    NAMES.put(Field.ADDRESS_LAYER, "wardCode");
    NAMES.put(Field.WARD_CODE, "wardCode");
    NAMES.put(Field.STREET, "street");
    NAMES.put(Field.CONTACT_PERSON, "contactPerson");
    NAMES.put(Field.PHONE, "phone");
    NAMES.put(Field.EMAIL, "email");
    NAMES.put(Field.PORTRAIT, "PORTRAIT");
    NAMES.put(Field.PAPER_FRONT, "PAPER_FRONT");
    NAMES.put(Field.PAPER_BACK, "PAPER_BACK");
    NAMES.put(Field.OFFICE_CODE, "officeCode");
    NAMES.put(Field.HAND_IN, "handIn");
    NAMES.put(Field.RECEIVES_BY_EMAIL, "receivesByEmail");
    NAMES.put(Field.PLACE, "place");
    NAMES.put(Field.IVAN_CODE, "ivanProvider");
  }

  private Findings() {}

  static Problems problems(Completeness completeness, Step step, String paperKind, Chrome chrome) {
    var problems = new Problems();
    completeness
        .problems(step)
        .forEach(it -> problems.add(name(it.field()), sentence(it, paperKind, chrome)));
    return problems;
  }

  static List<String> doubts(Completeness completeness, Step step, Chrome chrome) {
    var sentences = new ArrayList<String>();
    completeness
        .doubts(step)
        .forEach(it -> sentences.add(chrome.t("registration.doubt." + it.code())));
    return sentences;
  }

  /** What the doubts were, so that a person is asked about each only once. */
  static String doubtsSeen(Completeness completeness, Step step) {
    return String.join(
        " ", completeness.doubts(step).stream().map(Completeness.Finding::code).sorted().toList());
  }

  private static String sentence(Completeness.Finding finding, String paperKind, Chrome chrome) {
    var exact = "registration.problem." + finding.field() + "." + finding.code();
    var byKind = "registration.problem." + finding.field() + "." + paperKind;
    if (finding.field() == Field.PAPER_NUMBER
        && !finding.code().equals("EMPTY")
        && chrome.has(byKind)) {
      return chrome.t(byKind);
    }
    if (chrome.has(exact)) {
      return chrome.t(exact);
    }
    var general = "registration.problem." + finding.code();
    return chrome.t(chrome.has(general) ? general : "registration.problem.UNKNOWN");
  }

  private static String name(Field field) {
    return NAMES.getOrDefault(field, "main");
  }
}
