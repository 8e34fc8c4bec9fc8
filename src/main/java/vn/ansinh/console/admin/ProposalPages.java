package vn.ansinh.console.admin;

import java.util.Locale;
import java.util.Optional;
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
import vn.ansinh.console.Names;
import vn.ansinh.console.Needs;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.OfficerChange;
import vn.ansinh.staff.Officers;
import vn.ansinh.staff.Permission;
import vn.ansinh.staff.Proposal;
import vn.ansinh.staff.Proposals;
import vn.ansinh.staff.Role;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Texts;

/**
 * What one administrator proposed and another confirms. A first password made by it is shown in the
 * answer itself, once, and stands nowhere.
 */
@Controller
@Needs(Permission.ADMINISTER)
@RequestMapping(ProposalPages.LIST)
class ProposalPages {

  static final String LIST = "/console/admin/staff/proposals";

  private final Proposals proposals;
  private final Officers officers;
  private final Offices offices;
  private final Texts texts;

  ProposalPages(Proposals proposals, Officers officers, Offices offices, Texts texts) {
    this.proposals = proposals;
    this.officers = officers;
    this.offices = offices;
    this.texts = texts;
  }

  @GetMapping
  ModelAndView list(
      @RequestParam(defaultValue = "") String done,
      @AuthenticationPrincipal Officer administrator,
      Locale language) {
    return Answers.page(
        "console/admin/proposals",
        page(texts.find(language, "staff.proposal.done." + done), null, administrator, language));
  }

  @PostMapping("/{id}/confirmation")
  ModelAndView confirm(
      @PathVariable UUID id, @AuthenticationPrincipal Officer administrator, Locale language) {
    return answer(proposals.confirm(id, administrator), "confirmed", administrator, language);
  }

  @PostMapping("/{id}/refusal")
  ModelAndView refuse(
      @PathVariable UUID id, @AuthenticationPrincipal Officer administrator, Locale language) {
    return answer(proposals.refuse(id, administrator), "refused", administrator, language);
  }

  private ModelAndView answer(
      OfficerChange change, String done, Officer administrator, Locale language) {
    return switch (change) {
      case OfficerChange.Done() -> Answers.seeOther(LIST + "?done=" + done);
      case OfficerChange.FirstPassword made -> handover(made);
      case OfficerChange.NotFound() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      case OfficerChange.Yourself() -> again("yourself", administrator, language);
      case OfficerChange.UserNameTaken() -> again("taken", administrator, language);
      case OfficerChange.UnknownOffice() -> again("office", administrator, language);
      case OfficerChange.Overtaken() -> again("overtaken", administrator, language);
      case OfficerChange.Proposed _, OfficerChange.Invalid _, OfficerChange.AnotherCanConfirm _ ->
          throw new IllegalStateException("no answer to a decision: " + change);
    };
  }

  private ModelAndView again(String why, Officer administrator, Locale language) {
    var problem = texts.of(language, "staff.proposal.problem." + why);
    return Answers.unprocessable(
        "console/admin/proposals", page(Optional.empty(), problem, administrator, language));
  }

  private ModelAndView handover(OfficerChange.FirstPassword made) {
    var officer = officers.find(made.officer()).orElseThrow();
    return Answers.page(
        "console/admin/handover",
        new HandoverPage(
            officer.fullName(),
            officer.userName(),
            made.password(),
            VietnamTime.show(made.validUntil()),
            office(officer.officeCode())));
  }

  private ProposalsPage page(
      Optional<String> done, @Nullable String problem, Officer administrator, Locale language) {
    var names = new Names(officers);
    return new ProposalsPage(
        proposals.waiting(administrator).stream()
            .map(it -> row(it, names, administrator, language))
            .toList(),
        done.orElse(null),
        problem);
  }

  private ProposalsPage.Row row(
      Proposal proposal, Names names, Officer administrator, Locale language) {
    var wanted = proposal.wanted();
    var now =
        proposal.kind() == Proposal.Kind.CHANGE
            ? Optional.ofNullable(proposal.officer()).flatMap(officers::find)
            : Optional.<Officer>empty();
    return new ProposalsPage.Row(
        LIST + "/" + proposal.id(),
        texts.of(language, "staff.proposal.kind." + proposal.kind()),
        wanted.fullName(),
        wanted.userName(),
        now.map(it -> place(it.officeCode(), it.roles(), language)).orElse(null),
        place(wanted.officeCode(), wanted.roles(), language),
        names.of(proposal.proposedBy()),
        VietnamTime.show(proposal.proposedAt()),
        VietnamTime.show(proposal.expiresAt()),
        administrator.id().equals(proposal.proposedBy()),
        administrator.id().equals(proposal.officer()));
  }

  private String place(String officeCode, Set<Role> roles, Locale language) {
    return roles.stream()
        .sorted()
        .map(it -> texts.of(language, "staff.role." + it.name()))
        .collect(Collectors.joining(", ", "", " – " + office(officeCode)));
  }

  private String office(String code) {
    return offices.find(code).map(Office::label).orElse(code);
  }
}
