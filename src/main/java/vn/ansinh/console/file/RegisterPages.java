package vn.ansinh.console.file;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.console.HandlingTexts;
import vn.ansinh.console.Needs;
import vn.ansinh.console.queue.QueueQuery;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityDocuments;
import vn.ansinh.identity.NumberCheck;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.review.FileLooks;
import vn.ansinh.review.Handling;
import vn.ansinh.review.LookUp;
import vn.ansinh.review.RegisterSearch;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Finding whom of the register a file belongs to, exactly, and only for that file. */
@Controller
@RequestMapping("/console/files/{id}")
class RegisterPages {

  private static final String TEMPLATE = "console/file/register";

  private final FileLooks looks;
  private final RegisterSearch register;
  private final CompareRows words;
  private final HandlingTexts handlings;
  private final Texts texts;

  RegisterPages(
      FileLooks looks,
      RegisterSearch register,
      CompareRows words,
      HandlingTexts handlings,
      Texts texts) {
    this.looks = looks;
    this.register = register;
    this.words = words;
    this.handlings = handlings;
    this.texts = texts;
  }

  @GetMapping("/register")
  ModelAndView ask(
      @PathVariable UUID id,
      @ModelAttribute QueueQuery query,
      @AuthenticationPrincipal Officer officer) {
    var file = open(id, officer);
    return Answers.page(
        TEMPLATE, page(file, query, declared(file), false, List.of(), Problems.NONE));
  }

  /** Answers the results themselves: they must stand in no address. */
  @Needs(Permission.SEND_BACK)
  @PostMapping("/register")
  ModelAndView search(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String fullName,
      @RequestParam(defaultValue = "") String birthDate,
      @RequestParam(defaultValue = "") String paperNumber,
      @ModelAttribute QueueQuery query,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var file = open(id, officer);
    var form = new RegisterPage.Form(number, fullName, birthDate, paperNumber);
    LookUp lookUp;
    if (!number.isBlank()) {
      if (!(IdentityDocuments.socialInsuranceNumber(number) instanceof NumberCheck.Valid valid)) {
        return refused(file, query, form, "number", "review.register.number.wrong", language);
      }
      lookUp = register.byNumber(file.id(), valid.normalized(), officer);
    } else {
      var born = BirthDate.parse(birthDate);
      if (fullName.isBlank() || paperNumber.isBlank()) {
        return refused(file, query, form, "fullName", "review.register.incomplete", language);
      }
      if (born.isEmpty()) {
        return refused(file, query, form, "birthDate", "review.register.date.wrong", language);
      }
      lookUp =
          register.byNameDateAndPaper(
              file.id(), fullName, born.get(), paperNumber.replaceAll("[\\s.-]", ""), officer);
    }
    return switch (lookUp) {
      case LookUp.Found(var found) ->
          Answers.page(
              TEMPLATE,
              page(
                  file,
                  query,
                  form,
                  true,
                  found.stream().map(it -> shown(it, language)).toList(),
                  Problems.NONE));
      case LookUp.TooMany(var until) ->
          Answers.status(
              HttpStatus.TOO_MANY_REQUESTS,
              TEMPLATE,
              page(
                  file,
                  query,
                  form,
                  false,
                  List.of(),
                  new Problems()
                      .add(
                          "number",
                          texts.of(language, "review.register.tooMany", VietnamTime.show(until)))));
    };
  }

  @Needs(Permission.SEND_BACK)
  @PostMapping("/match")
  ModelAndView choose(
      @PathVariable UUID id,
      @RequestParam UUID person,
      @ModelAttribute QueueQuery query,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var handling = register.choose(new DeclarationId(id), new PersonId(person), officer);
    if (handling instanceof Handling.Done) {
      return Answers.seeOther(FilePages.withDone("/console/files/" + id + query.text(), "MATCHED"));
    }
    var sentence = handlings.of(handling, language);
    var file = open(id, officer);
    return Answers.unprocessable(
        TEMPLATE,
        page(
            file, query, declared(file), false, List.of(), new Problems().add("number", sentence)));
  }

  private ModelAndView refused(
      Declaration file,
      QueueQuery query,
      RegisterPage.Form form,
      String field,
      String key,
      Locale language) {
    return Answers.unprocessable(
        TEMPLATE,
        page(
            file,
            query,
            form,
            false,
            List.of(),
            new Problems().add(field, texts.of(language, key))));
  }

  private Declaration open(UUID id, Officer officer) {
    return looks
        .open(new DeclarationId(id), officer)
        .filter(it -> it.declaration().facts() != null)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
        .declaration();
  }

  /** What was declared, ready to be searched for. */
  private static RegisterPage.Form declared(Declaration file) {
    var facts = file.facts();
    if (facts == null) {
      return new RegisterPage.Form("", "", "", "");
    }
    return new RegisterPage.Form(
        "",
        facts.fullName(),
        facts.birthDate() == null ? "" : facts.birthDate().text(),
        facts.paper().number());
  }

  private static RegisterPage page(
      Declaration file,
      QueueQuery query,
      RegisterPage.Form form,
      boolean searched,
      List<RegisterPage.Found> found,
      Problems problems) {
    var facts = file.facts();
    return new RegisterPage(
        "/console/files/" + file.id().value(),
        query.text(),
        file.code().value(),
        facts == null ? "" : facts.fullName(),
        form,
        searched,
        found,
        problems);
  }

  private RegisterPage.Found shown(Person person, Locale language) {
    return new RegisterPage.Found(
        person.id().value().toString(),
        person.fullName(),
        person.birthDate().text(),
        person.socialInsuranceNumber() == null ? "" : person.socialInsuranceNumber(),
        person.personalId() == null ? "" : person.personalId(),
        words.address(person.address(), language));
  }
}
