package vn.ansinh.console.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.console.Needs;
import vn.ansinh.console.OfficeChoices;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.OfficerChange;
import vn.ansinh.staff.OfficerDetails;
import vn.ansinh.staff.Officers;
import vn.ansinh.staff.Permission;
import vn.ansinh.staff.Proposals;
import vn.ansinh.staff.Role;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Keeping the staff. What gives rights or credentials waits for another administrator. */
@Controller
@Needs(Permission.ADMINISTER)
@RequestMapping("/console/admin/staff")
class StaffPages {

  private static final String LIST = "/console/admin/staff";

  private final Officers officers;
  private final Proposals proposals;
  private final Offices offices;
  private final OfficeChoices choices;
  private final Texts texts;

  StaffPages(
      Officers officers, Proposals proposals, Offices offices, OfficeChoices choices, Texts texts) {
    this.officers = officers;
    this.proposals = proposals;
    this.offices = offices;
    this.choices = choices;
    this.texts = texts;
  }

  @GetMapping
  ModelAndView list(@AuthenticationPrincipal Officer administrator, Locale language) {
    return Answers.page(
        "console/admin/staff",
        new StaffPage(
            officers.visibleTo(administrator).stream().map(it -> row(it, language)).toList(),
            proposals.waiting(administrator).size()));
  }

  @GetMapping("/new")
  ModelAndView ask(@AuthenticationPrincipal Officer administrator, Locale language) {
    var form = new OfficerPage.Form("", "", administrator.officeCode(), Set.of());
    return Answers.page(
        "console/admin/officer", page(null, form, administrator, null, Problems.NONE, language));
  }

  @PostMapping
  ModelAndView add(
      @RequestParam(defaultValue = "") String userName,
      @RequestParam(defaultValue = "") String fullName,
      @RequestParam(defaultValue = "") String office,
      @RequestParam(defaultValue = "") List<Role> roles,
      @AuthenticationPrincipal Officer administrator,
      Locale language) {
    var details = new OfficerDetails(userName, fullName, office, Set.copyOf(roles));
    return answer(null, details, officers.add(details, administrator), "", administrator, language);
  }

  @GetMapping("/{id}")
  ModelAndView show(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String done,
      @AuthenticationPrincipal Officer administrator,
      Locale language) {
    var officer = visible(id, administrator);
    return Answers.page(
        "console/admin/officer",
        page(
            officer,
            form(OfficerDetails.of(officer)),
            administrator,
            texts.find(language, "staff.admin." + done).orElse(null),
            Problems.NONE,
            language));
  }

  @PostMapping("/{id}")
  ModelAndView change(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String fullName,
      @RequestParam(defaultValue = "") String office,
      @RequestParam(defaultValue = "") List<Role> roles,
      @AuthenticationPrincipal Officer administrator,
      Locale language) {
    var officer = visible(id, administrator);
    var details = new OfficerDetails(officer.userName(), fullName, office, Set.copyOf(roles));
    var change = officers.change(officer.id(), details, administrator);
    return answer(officer, details, change, "saved", administrator, language);
  }

  @PostMapping("/{id}/deactivation")
  ModelAndView deactivate(
      @PathVariable UUID id, @AuthenticationPrincipal Officer administrator, Locale language) {
    var officer = visible(id, administrator);
    var change = officers.deactivate(officer.id(), administrator);
    return answer(
        officer, OfficerDetails.of(officer), change, "done.deactivated", administrator, language);
  }

  @PostMapping("/{id}/first-password")
  ModelAndView renewPassword(
      @PathVariable UUID id, @AuthenticationPrincipal Officer administrator, Locale language) {
    var officer = visible(id, administrator);
    var change = officers.renewPassword(officer.id(), administrator);
    return answer(officer, OfficerDetails.of(officer), change, "", administrator, language);
  }

  @PostMapping("/{id}/second-factor-reset")
  ModelAndView resetSecondFactor(
      @PathVariable UUID id, @AuthenticationPrincipal Officer administrator, Locale language) {
    var officer = visible(id, administrator);
    var change = officers.resetSecondFactor(officer.id(), administrator);
    return answer(officer, OfficerDetails.of(officer), change, "", administrator, language);
  }

  private ModelAndView answer(
      @Nullable Officer officer,
      OfficerDetails typed,
      OfficerChange change,
      String done,
      Officer administrator,
      Locale language) {
    var problems = new Problems();
    switch (change) {
      case OfficerChange.Done() -> {
        return Answers.seeOther(
            officer == null ? LIST : LIST + "/" + officer.id().value() + "?done=" + done);
      }
      case OfficerChange.Proposed _ -> {
        return Answers.seeOther(ProposalPages.LIST + "?done=proposed");
      }
      case OfficerChange.NotFound() -> throw notFound();
      case OfficerChange.Invalid(var fields) ->
          fields.forEach(
              it ->
                  problems.add(field(it), texts.of(language, "staff.admin.problem." + it.name())));
      case OfficerChange.UnknownOffice() ->
          problems.add("office", texts.of(language, "staff.admin.problem.office"));
      case OfficerChange.UserNameTaken() ->
          problems.add("userName", texts.of(language, "staff.admin.problem.taken"));
      case OfficerChange.Yourself() ->
          problems.add("fullName", texts.of(language, "staff.admin.self"));
      case OfficerChange.FirstPassword _,
          OfficerChange.Overtaken _,
          OfficerChange.AnotherCanConfirm _ ->
          throw new IllegalStateException("no answer to an order: " + change);
    }
    return Answers.unprocessable(
        "console/admin/officer",
        page(officer, form(typed), administrator, null, problems, language));
  }

  private OfficerPage page(
      @Nullable Officer officer,
      OfficerPage.Form form,
      Officer administrator,
      @Nullable String done,
      Problems problems,
      Locale language) {
    return new OfficerPage(
        officer == null ? LIST : LIST + "/" + officer.id().value(),
        officer != null,
        officer != null && officer.id().equals(administrator.id()),
        officer != null && officer.active(),
        officer != null && officer.totpEnrolled(),
        form,
        choices.under(administrator.officeCode()),
        Arrays.stream(Role.values())
            .map(
                it ->
                    new Option(
                        it.name(),
                        texts.of(language, "staff.role." + it.name()),
                        texts.of(language, "staff.role." + it.name() + ".hint")))
            .toList(),
        done,
        problems);
  }

  private StaffPage.Row row(Officer officer, Locale language) {
    var state = !officer.active() ? "inactive" : officer.totpEnrolled() ? "active" : "new";
    return new StaffPage.Row(
        LIST + "/" + officer.id().value(),
        officer.fullName(),
        officer.userName(),
        office(officer),
        officer.roles().stream()
            .sorted()
            .map(it -> texts.of(language, "staff.role." + it.name()))
            .collect(Collectors.joining(", ")),
        texts.of(language, "staff.admin.state." + state),
        officer.active() ? (officer.totpEnrolled() ? "good" : "note") : "");
  }

  private String office(Officer officer) {
    return offices.find(officer.officeCode()).map(Office::label).orElse(officer.officeCode());
  }

  private Officer visible(UUID id, Officer administrator) {
    return officers
        .find(new OfficerId(id))
        .filter(it -> offices.covers(administrator.officeCode(), it.officeCode()))
        .orElseThrow(StaffPages::notFound);
  }

  private static OfficerPage.Form form(OfficerDetails details) {
    return new OfficerPage.Form(
        details.userName(),
        details.fullName(),
        details.officeCode(),
        details.roles().stream().map(Role::name).collect(Collectors.toSet()));
  }

  private static String field(OfficerChange.Field field) {
    return switch (field) {
      case USER_NAME -> "userName";
      case FULL_NAME -> "fullName";
      case ROLES -> "roles";
    };
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
