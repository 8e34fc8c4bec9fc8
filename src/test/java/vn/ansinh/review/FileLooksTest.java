package vn.ansinh.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.ADMINISTRATOR;
import static vn.ansinh.staff.Role.OFFICE_HEAD;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.Field;

class FileLooksTest extends OfficeTest {

  @Test
  void a_file_of_another_office_does_not_exist() {
    var file = submitted();
    var stranger = staff.officer(staff.provincialOffice(), OFFICE_HEAD);
    assertThat(looks.open(file, stranger)).isEmpty();
    assertThat(looks.lookAtPicture(file, "PORTRAIT", stranger)).isEmpty();
    assertThat(desk.take(file, stranger)).isEqualTo(new Handling.NotFound());
    assertThat(decisions.decide(file, approval(1), ALL, stranger))
        .isEqualTo(new Handling.NotFound());
    assertThat(looks.byCode(code(file), stranger)).isEmpty();
    assertThat(ids(QueueTab.ALL, stranger)).isEmpty();
    assertThat(found(register.byNumber(file, "7900000001", stranger))).isEmpty();
    assertThat(audited(file, "FILE_OPENED")).isZero();
  }

  @Test
  void an_officer_below_does_not_see_files_of_the_office_above() {
    var file =
        applicants
            .submitted(Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, province))
            .id();
    assertThat(looks.open(file, an)).isEmpty();
    assertThat(looks.open(file, head)).isPresent();
  }

  @Test
  void an_administrator_sees_no_file_and_no_queue() {
    var file = submitted();
    var administrator = staff.officer(district, ADMINISTRATOR);
    assertThat(looks.open(file, administrator)).isEmpty();
    assertThat(ids(QueueTab.ALL, administrator)).isEmpty();
    assertThat(queue.counts(administrator).of(QueueTab.ALL)).isZero();
  }

  @Test
  void every_look_is_on_the_trail() {
    var file = submitted();
    looks.open(file, an);
    looks.open(file, an);
    looks.lookAtPicture(file, "PAPER_FRONT", an);
    assertThat(audited(file, "FILE_OPENED")).isEqualTo(2);
    assertThat(audited(file, "PICTURE_SEEN")).isEqualTo(1);
  }

  @Test
  void notes_and_ticks_stay_with_the_file() {
    var file = submitted();
    notes.note(file, "Đã gọi điện, hẹn bổ sung ảnh.\nGọi lại chiều nay.", an);
    notes.tick(file, EnumSet.of(CheckItem.ADDRESS_GIVEN), an);
    var opened = looks.open(file, binh).orElseThrow();
    assertThat(opened.notes()).extracting(Note::text).first().asString().contains("\nGọi lại");
    assertThat(opened.ticked()).containsExactly(CheckItem.ADDRESS_GIVEN);
    assertThat(notes.note(file, "x".repeat(2001), an)).isEqualTo(new Handling.NoteTooLong());
  }
}
