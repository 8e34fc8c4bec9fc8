package vn.ansinh.guardianship;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.files.FileId;
import vn.ansinh.files.Files;
import vn.ansinh.files.Safety;
import vn.ansinh.identity.NameCheck;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.identity.Sex;
import vn.ansinh.platform.VietnamTime;

/** What is missing or wrong in an application; changes nothing. */
@Component
class ChildChecking {

  private final Offices offices;
  private final Files files;
  private final Clock clock;

  ChildChecking(Offices offices, Files files, Clock clock) {
    this.offices = offices;
    this.files = files;
    this.clock = clock;
  }

  /** Field to the code of what is wrong, in the order of the pages. */
  Map<ChildField, String> problems(ChildApplication application, ChildForm form) {
    var problems = new EnumMap<ChildField, String>(ChildField.class);
    if (Arrays.stream(Relation.values()).noneMatch(it -> it.name().equals(form.relation()))) {
      problems.put(ChildField.RELATION, "EMPTY");
    }
    if (ChildMatch.number(form.number()).isEmpty()) {
      problems.put(ChildField.NUMBER, form.number().isBlank() ? "EMPTY" : "WRONG");
    }
    if (PersonNames.check(form.fullName()) instanceof NameCheck.Invalid) {
      problems.put(ChildField.FULL_NAME, form.fullName().isBlank() ? "EMPTY" : "WRONG");
    }
    birthDate(form, problems);
    if (Arrays.stream(Sex.values()).noneMatch(it -> it.name().equals(form.sex()))) {
      problems.put(ChildField.SEX, "EMPTY");
    }
    picture(application.portrait(), ChildField.PORTRAIT, problems);
    picture(application.certificate(), ChildField.BIRTH_CERTIFICATE, problems);
    if (offices.open(form.officeCode()).isEmpty()) {
      problems.put(ChildField.OFFICE_CODE, form.officeCode().isBlank() ? "EMPTY" : "CLOSED");
    }
    return problems;
  }

  private void birthDate(ChildForm form, Map<ChildField, String> problems) {
    var today = VietnamTime.today(clock);
    var born = form.born();
    if (born.isEmpty() || born.get().isAfter(today)) {
      problems.put(ChildField.BIRTH_DATE, form.birthDate().isBlank() ? "EMPTY" : "WRONG");
    } else if (!Ages.isCertainlyUnder(born.get(), Ages.OWN_ACCOUNT, today)) {
      problems.put(ChildField.BIRTH_DATE, "NOT_UNDER_FIFTEEN");
    }
  }

  /** One still to be made safe is no problem; the officer sees it when it is. */
  private void picture(
      @Nullable FileId picture, ChildField field, Map<ChildField, String> problems) {
    if (picture == null) {
      problems.put(field, "EMPTY");
    } else if (files.safety(java.util.List.of(picture)).get(picture)
        instanceof Safety.Unsafe(var reason)) {
      problems.put(field, reason.name());
    }
  }
}
