package vn.ansinh.console.queue;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.console.HandlingTexts;
import vn.ansinh.console.Needs;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.DeclarationSummary;
import vn.ansinh.registration.Declarations;
import vn.ansinh.review.Task;
import vn.ansinh.review.Tasks;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Texts;

/** Messages nobody received: each is somebody's work until the person is reached. */
@Controller
class TaskPages {

  private final Tasks tasks;
  private final Declarations declarations;
  private final Offices offices;
  private final HandlingTexts handlings;
  private final Texts texts;

  TaskPages(
      Tasks tasks,
      Declarations declarations,
      Offices offices,
      HandlingTexts handlings,
      Texts texts) {
    this.tasks = tasks;
    this.declarations = declarations;
    this.offices = offices;
    this.handlings = handlings;
    this.texts = texts;
  }

  @GetMapping("/console/tasks")
  ModelAndView show(
      @RequestParam(defaultValue = "") String done,
      @AuthenticationPrincipal Officer officer,
      Locale language) {
    var open = tasks.open(officer);
    var files =
        declarations.summaries(open.stream().map(Task::declaration).toList()).stream()
            .collect(Collectors.toMap(DeclarationSummary::id, Function.identity()));
    return Answers.page(
        "console/queue/tasks",
        new TasksPage(
            open.stream()
                .flatMap(
                    it ->
                        Optional.ofNullable(files.get(it.declaration()))
                            .map(file -> row(it, file, language))
                            .stream())
                .toList(),
            texts.find(language, "review.done." + done).orElse(null)));
  }

  @Needs(Permission.RESEND)
  @PostMapping("/console/tasks/{id}/completion")
  ModelAndView done(
      @PathVariable UUID id, @AuthenticationPrincipal Officer officer, Locale language) {
    handlings.of(tasks.done(id, officer), language);
    return Answers.seeOther("/console/tasks?done=TASK");
  }

  private TasksPage.Row row(Task task, DeclarationSummary file, Locale language) {
    return new TasksPage.Row(
        task.id().toString(),
        "/console/files/" + task.declaration().value(),
        file.code().value(),
        file.fullName() == null ? "" : file.fullName(),
        texts.of(language, "review.task." + task.channel(), VietnamTime.show(task.reportedAt())),
        offices.find(task.officeCode()).map(Office::label).orElse(task.officeCode()));
  }
}
