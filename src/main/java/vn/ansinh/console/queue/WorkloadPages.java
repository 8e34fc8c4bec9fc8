package vn.ansinh.console.queue;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.review.Queue;
import vn.ansinh.review.QueueTab;
import vn.ansinh.review.Workload;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Officers;
import vn.ansinh.web.Answers;

/** Who has how much; empty for who does not share out the work. */
@Controller
class WorkloadPages {

  private final Queue queue;
  private final Officers officers;
  private final Offices offices;

  WorkloadPages(Queue queue, Officers officers, Offices offices) {
    this.queue = queue;
    this.officers = officers;
    this.offices = offices;
  }

  @GetMapping("/console/workload")
  ModelAndView show(@AuthenticationPrincipal Officer officer) {
    return Answers.page(
        "console/queue/workload",
        new WorkloadPage(
            queue.workloads(officer).stream().map(this::row).toList(),
            queue.counts(officer).of(QueueTab.NEW)));
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
