package vn.ansinh.console.children;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.CodeList;
import vn.ansinh.catalogue.CodeLists;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.guardianship.ApplicationStatus;
import vn.ansinh.guardianship.ChildConsents;
import vn.ansinh.guardianship.ChildFile;
import vn.ansinh.guardianship.ChildForm;
import vn.ansinh.guardianship.Link;
import vn.ansinh.guardianship.LinkKind;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.review.ReasonKind;
import vn.ansinh.review.Reasons;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Puts an application and what the register says beside each other, in words. */
@Component
class ChildFileScreen {

  private final ChildListScreen list;
  private final Offices offices;
  private final CodeLists codes;
  private final People people;
  private final ChildPhotos photos;
  private final ChildConsents consents;
  private final Reasons reasons;
  private final Texts texts;
  private final Clock clock;

  ChildFileScreen(
      ChildListScreen list,
      Offices offices,
      CodeLists codes,
      People people,
      ChildPhotos photos,
      ChildConsents consents,
      Reasons reasons,
      Texts texts,
      Clock clock) {
    this.list = list;
    this.offices = offices;
    this.codes = codes;
    this.people = people;
    this.photos = photos;
    this.consents = consents;
    this.reasons = reasons;
    this.texts = texts;
    this.clock = clock;
  }

  /** What was typed when a decision was turned down. */
  record Typed(String word, List<String> reasons, String note) {
    static final Typed NOTHING = new Typed("", List.of(), "");
  }

  ChildFilePage page(
      ChildFile file,
      Officer officer,
      Typed typed,
      @Nullable String done,
      Problems problems,
      Locale language) {
    var application = file.application();
    var form = application.form();
    var child = file.child();
    var status = application.status();
    var since = application.submittedAt();
    var office = application.officeCode();
    return new ChildFilePage(
        ChildDeskPages.path(application.id()),
        child != null && form == null ? child.fullName() : application.name(),
        file.guardian().fullName(),
        form == null ? "" : word("children.relation." + form.relation(), language),
        texts.of(language, "children.status." + status),
        tone(status),
        application.version(),
        office == null ? "" : offices.find(office).map(Office::label).orElse(office),
        since == null ? "" : VietnamTime.show(since),
        list.promise(since, language),
        status == ApplicationStatus.SUBMITTED,
        child != null,
        child != null && consents.hasOwnWord(child.birthDate()),
        form == null ? List.of() : rows(form, child, language),
        household(file, language),
        file.household().stream().anyMatch(it -> it.id().equals(file.guardian().id())),
        photos.of(application, language),
        photos.wait(application),
        guardians(file, language),
        officer.may(Permission.SEND_BACK),
        officer.may(Permission.DECIDE),
        against("return", "RETURN", ReasonKind.CHILD_RETURN, typed, language),
        against("rejection", "REJECT", ReasonKind.CHILD_REJECT, typed, language),
        done,
        problems);
  }

  private ChildFilePage.Against against(
      String deed, String word, ReasonKind kind, Typed typed, Locale language) {
    boolean sent = typed.word().equals(word);
    return new ChildFilePage.Against(
        deed,
        word,
        reasons.today(kind).stream()
            .map(it -> new Option(it.code(), it.in(language).wrong(), it.in(language).toDo()))
            .toList(),
        sent ? typed.reasons() : List.of(),
        sent ? typed.note() : "",
        sent);
  }

  private List<ChildFilePage.Compared> rows(
      ChildForm form, @Nullable Person child, Locale language) {
    var born = form.born().map(BirthDate::text).orElse(form.birthDate());
    var sex = word("registration.details.sex." + form.sex(), language);
    if (child == null) {
      return List.of(
          row("FULL_NAME", form.fullName(), "", false, language),
          row("BIRTH_DATE", born, "", false, language),
          row("SEX", sex, "", false, language),
          row("NUMBER", form.number(), "", false, language));
    }
    return List.of(
        row(
            "FULL_NAME",
            form.fullName(),
            child.fullName(),
            PersonNames.same(form.fullName(), child.fullName()),
            language),
        row(
            "BIRTH_DATE",
            born,
            child.birthDate().text(),
            form.born().filter(child.birthDate()::agreesWith).isPresent(),
            language),
        row(
            "SEX",
            sex,
            word("registration.details.sex." + child.sex(), language),
            child.sex().name().equals(form.sex()),
            language),
        row("NUMBER", form.number(), child.number(), true, language));
  }

  private ChildFilePage.Compared row(
      String field, String declared, String registered, boolean agrees, Locale language) {
    return new ChildFilePage.Compared(
        texts.of(language, "children.field." + field), declared, registered, agrees);
  }

  private List<ChildFilePage.Member> household(ChildFile file, Locale language) {
    var members = new ArrayList<ChildFilePage.Member>();
    for (var one : file.household()) {
      members.add(
          new ChildFilePage.Member(
              one.fullName(),
              one.birthDate().text(),
              relation(one.householdRelation(), language),
              role(one, file, language)));
    }
    return members;
  }

  private @Nullable String role(Person member, ChildFile file, Locale language) {
    var child = file.child();
    if (member.id().equals(file.guardian().id())) {
      return texts.of(language, "children.desk.household.applicant");
    }
    return child != null && member.id().equals(child.id())
        ? texts.of(language, "children.desk.household.child")
        : null;
  }

  private String relation(@Nullable String code, Locale language) {
    return codes.on(CodeList.HOUSEHOLD_RELATION, VietnamTime.today(clock)).stream()
        .filter(it -> it.code().equals(code))
        .map(it -> language.getLanguage().equals("vi") ? it.nameVi() : it.nameEn())
        .findFirst()
        .orElse("");
  }

  private List<ChildFilePage.Guardian> guardians(ChildFile file, Locale language) {
    return file.links().stream()
        .filter(it -> it.kind() == LinkKind.GUARDIAN)
        .map(it -> guardian(it, language))
        .toList();
  }

  private ChildFilePage.Guardian guardian(Link link, Locale language) {
    var since = VietnamTime.show(VietnamTime.date(link.grantedAt()));
    return new ChildFilePage.Guardian(
        link.id().value().toString(),
        people.find(link.guardian()).map(Person::fullName).orElse("–"),
        word("children.relation." + link.relation(), language)
            + ", "
            + texts.of(language, "children.desk.guardians.since", since),
        ended(link, language));
  }

  private @Nullable String ended(Link link, Locale language) {
    var at = link.endedAt();
    return at == null
        ? null
        : texts.of(
            language,
            "children.desk.guardians.ended",
            VietnamTime.show(at),
            word("children.end." + link.endReason(), language));
  }

  private String word(String key, Locale language) {
    return texts.find(language, key).orElse("");
  }

  private static String tone(ApplicationStatus status) {
    return switch (status) {
      case DRAFT, WITHDRAWN -> "";
      case SUBMITTED -> "note";
      case RETURNED -> "warn";
      case APPROVED -> "good";
      case REJECTED -> "bad";
    };
  }
}
