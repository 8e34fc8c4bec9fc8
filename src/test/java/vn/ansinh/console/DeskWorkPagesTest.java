package vn.ansinh.console;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.INTAKE;
import static vn.ansinh.staff.Role.REVIEWER;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.Field;
import vn.ansinh.review.Tasks;

/** What is to do beside deciding: messages, tasks, forms on paper. */
class DeskWorkPagesTest extends ConsoleSetting {

  @Autowired Accounts accounts;
  @Autowired Tasks tasks;
  @Autowired TransactionTemplate transaction;

  @Test
  void a_message_is_sent_again_or_a_new_first_password_made() {
    var known = applicants.known();
    var file =
        applicants.confirmingPhones().submitted(known.typing(Field.OFFICE_CODE, office)).id();
    var window = signedIn(REVIEWER);
    window.send("/console/files/" + file.value() + "/decision", approval());
    var page = body(window.open("/console/files/" + file.value()));
    var message =
        Pattern.compile("messages/([0-9a-f-]{36})")
            .matcher(page)
            .results()
            .map(it -> it.group(1))
            .toList();
    assertThat(message).isNotEmpty();
    var before = accounts.find(known.person()).orElseThrow().firstPasswordUntil();
    clock.advance(java.time.Duration.ofMinutes(5));
    for (var id : message) {
      assertThat(
              window.send("/console/files/" + file.value() + "/messages/" + id, "channel", "SMS"))
          .satisfies(it -> assertThat(it.getResponse().getStatus()).isIn(303, 422));
    }
    assertThat(accounts.find(known.person()).orElseThrow().firstPasswordUntil()).isAfter(before);
    assertThat(
            signedIn(staff.provincialOffice(), REVIEWER)
                .send("/console/files/" + file.value() + "/messages/" + message.getFirst()))
        .hasStatus(404);
  }

  @Test
  void an_undelivered_message_is_a_task_until_somebody_saw_to_it() {
    var file = submitted();
    transaction.executeWithoutResult(_ -> tasks.undeliverable(file, "SMS"));
    var window = signedIn(INTAKE);
    var page = body(window.open("/console/tasks"));
    assertThat(page).contains("Không gửi được tin nhắn SMS", file.value().toString());
    var task = Pattern.compile("tasks/([0-9a-f-]{36})/completion").matcher(page);
    assertThat(task.find()).isTrue();
    assertThat(window.send("/console/tasks/" + task.group(1) + "/completion")).hasStatus(303);
    assertThat(window.open("/console/tasks")).bodyText().contains("Không có việc cần làm");
  }

  @Test
  void scanned_forms_are_recorded_one_after_the_other() {
    var typed = Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, office);
    var file = applicants.submitted(Applicants.typing(typed, Field.HAND_IN, "AT_DESK")).id();
    var code = declarations.find(file).orElseThrow().code().value();
    var window = signedIn(INTAKE);
    var answer = window.send("/console/paper", "code", "ANSINH:F01:" + code);
    assertThat(answer).hasHeader("Location", "/console/paper?received=" + file.value());
    assertThat(window.open("/console/paper?received=" + file.value())).bodyText().contains(code);
    assertThat(window.send("/console/paper", "code", code)).hasStatus(422);
    assertThat(window.send("/console/paper", "code", "F01-9999-9999")).hasStatus(422);
  }
}
