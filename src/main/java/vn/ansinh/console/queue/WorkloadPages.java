package vn.ansinh.console.queue;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.review.Queue;
import vn.ansinh.review.QueueTab;
import vn.ansinh.review.Workload;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Officers;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;

/** Who has how much, and how long files take; empty for who does not share out the work. */
@Controller
class WorkloadPages {

  private final Queue queue;
  private final Officers officers;
  private final Offices offices;
  private final TimesTable times;

  WorkloadPages(Queue queue, Officers officers, Offices offices, TimesTable times) {
    this.queue = queue;
    this.officers = officers;
    this.offices = offices;
    this.times = times;
  }

  @GetMapping("/console/workload")
  ModelAndView show(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(name = "officer", defaultValue = "") String only,
      @AuthenticationPrincipal Officer officer,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return Answers.page(
        "console/queue/workload",
        new WorkloadPage(
            queue.workloads(officer).stream().map(this::row).toList(),
            queue.counts(officer).of(QueueTab.NEW),
            officer.may(Permission.SHARE_OUT)
                ? times.of(from, until, only, officer, chrome)
                : null));
  }

  private WorkloadPage.Row row(Workload workload) {
    var officer = officers.find(workload.officer());
    return new WorkloadPage.Row(
        officer.map(Officer::fullName).orElse("–"),
        officer.flatMap(it -> offices.find(it.officeCode())).map(Office::label).orElse(""),
        workload.inHand(),
        workload.overdue(),
        workload.decidedToday());
  }
}
