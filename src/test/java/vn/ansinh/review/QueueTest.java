package vn.ansinh.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.REVIEWER;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.identity.Phones;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.registration.Field;
import vn.ansinh.review.Handling.Done;

class QueueTest extends OfficeTest {

  @Test
  void a_declaration_stands_in_the_queue_of_its_office_and_of_those_above() {
    var file = submitted();
    assertThat(ids(QueueTab.NEW, an)).containsExactly(file);
    assertThat(ids(QueueTab.NEW, head)).containsExactly(file);
    assertThat(queue.counts(an).of(QueueTab.NEW)).isEqualTo(1);
    var line = queue.page(QueueFilter.of(QueueTab.ALL), an).lines().getFirst();
    assertThat(line.receiptDue()).isNotNull();
    assertThat(line.fullName()).isEqualTo("Nguyễn Thị Hoà Mẫu");
  }

  @Test
  void next_is_what_is_in_hand_then_the_most_urgent() {
    assertThat(queue.next(an, null)).isEmpty();
    var first = submitted();
    var second = submitted();
    assertThat(queue.next(an, null)).contains(first);
    desk.take(second, an);
    assertThat(queue.next(an, null)).contains(second);
    assertThat(queue.next(an, second)).contains(first);
    assertThat(queue.next(binh, first)).contains(first);
  }

  @Test
  void the_queue_is_searched_by_words_whole_numbers_and_codes_in_any_order() {
    var number = RegisterFixtures.socialInsuranceNumber();
    var phone = Phones.local(Somebody.anyPhone());
    var paper = RegisterFixtures.personalId();
    var file =
        submitted(Map.of(Field.NUMBER, number, Field.PHONE, phone, Field.PAPER_NUMBER, paper));
    submitted();
    var grouped = phone.substring(0, 4) + " " + phone.substring(4, 7) + " " + phone.substring(7);
    for (var text :
        List.of(
            number,
            code(file),
            code(file).substring(3),
            "MẪU " + number,
            number + " mau",
            phone,
            paper,
            paper.substring(0, 3) + " " + paper.substring(3, 6) + " " + paper.substring(6),
            grouped,
            "mau " + grouped,
            "+84" + phone.substring(1),
            number + " " + phone)) {
      assertThat(queue.page(filter(text), an).lines())
          .as(text)
          .extracting(QueueLine::id)
          .containsExactly(file);
    }
    assertThat(queue.page(filter("hòa mẫu"), an).lines()).hasSize(2);
    assertThat(queue.page(filter("%"), an).lines()).hasSize(2);
    for (var text : List.of("không có ai", number.substring(4), number + "0", "0" + number)) {
      assertThat(queue.page(filter(text), an).lines()).as(text).isEmpty();
    }
  }

  @Test
  void a_withdrawn_declaration_leaves_nothing_on_the_desk() {
    var file = submitted();
    notes.note(file, "ghi chú", an);
    notes.tick(file, ALL, an);
    declarations.withdraw(file);
    assertThat(ids(QueueTab.ALL, an)).isEmpty();
    for (var table : List.of("note", "tick", "queue_entry", "match")) {
      assertThat(
              sql.sql("select count(*) from review." + table + " where declaration_id = :id")
                  .param("id", file.value())
                  .query(Long.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  @Test
  void an_undelivered_message_becomes_one_task_of_the_office() {
    var known = applicants.known();
    var file = submitted(known);
    transaction.executeWithoutResult(
        _ -> {
          tasks.undeliverable(file, "SMS");
          tasks.undeliverable(file, "SMS");
        });
    assertThat(tasks.open(an)).hasSize(1);
    assertThat(queue.counts(an).tasks()).isEqualTo(1);
    assertThat(looks.open(file, an).orElseThrow().tasks()).hasSize(1);
    var stranger = staff.officer(staff.provincialOffice(), REVIEWER);
    assertThat(tasks.open(stranger)).isEmpty();
    var task = tasks.open(an).getFirst();
    assertThat(tasks.done(task.id(), stranger)).isEqualTo(new Handling.NotFound());
    assertThat(tasks.done(task.id(), an)).isEqualTo(new Done());
    assertThat(tasks.open(an)).isEmpty();

    decisions.decide(file, approval(version(file)), ALL, an);
    transaction.executeWithoutResult(_ -> tasks.undeliverable(known.person(), "EMAIL"));
    assertThat(tasks.open(an)).extracting(Task::declaration).containsExactly(file);
  }
}
