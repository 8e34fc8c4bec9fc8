package vn.ansinh.console;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.REVIEWER;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.files.Files;
import vn.ansinh.files.SafePictures;
import vn.ansinh.portal.Window;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.registration.Field;

/** One file on the screen of an officer. */
class FilePagesTest extends ConsoleSetting {

  @Autowired Files files;

  @Test
  void an_officer_sees_the_file_its_differences_and_what_may_be_done() {
    var window = signedIn(REVIEWER);
    var file = submitted();
    var page = window.open("/console/files/" + file.value());
    assertThat(page).hasStatusOk();
    assertThat(page)
        .bodyText()
        .contains("Nguyễn Thị Hoà Mẫu", "Chấp thuận", "Từ chối", "PHOTO_UNREADABLE")
        .contains("Chưa xác định được người");
    assertThat(audited(file, "FILE_OPENED")).isEqualTo(1);
  }

  @Test
  void an_officer_reads_whether_the_phone_and_the_address_are_confirmed() {
    var page = signedIn(REVIEWER).open("/console/files/" + submitted().value());
    assertThat(page)
        .bodyText()
        .contains("Chưa xác nhận bằng mã: có thể là số của người khác")
        .containsOnlyOnce("Đã xác nhận bằng mã");
    var typed = Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, office);
    typed = Applicants.typing(typed, Field.EMAIL, "");
    var without = applicants.submitted(Applicants.typing(typed, Field.RECEIVES_BY_EMAIL, ""));
    assertThat(signedIn(REVIEWER).open("/console/files/" + without.id().value()))
        .bodyText()
        .containsOnlyOnce("Đã xác nhận bằng mã")
        .doesNotContain("Chưa xác nhận bằng mã");
  }

  @Test
  void a_picture_is_shown_to_the_office_only_kept_nowhere_and_audited() {
    var file = submitted();
    declarations
        .find(file)
        .orElseThrow()
        .photos()
        .ids()
        .forEach(it -> SafePictures.await(files, it));
    var path = "/console/files/" + file.value() + "/photos/PAPER_FRONT";
    var window = signedIn(REVIEWER);
    assertThat(window.open(path)).as("without a reference").hasStatus(404);
    var reference = reference(window, file, path);
    assertThat(signedIn(REVIEWER).open(reference)).as("another session").hasStatus(404);
    assertThat(window.open(reference.replace("PAPER_FRONT", "PORTRAIT"))).hasStatus(404);
    assertThat(audited(file, "PICTURE_SEEN")).isZero();
    var picture = window.open(reference);
    assertThat(picture).hasStatusOk().hasContentType("image/jpeg");
    assertThat(picture).hasHeader("Cache-Control", "no-store");
    assertThat(picture).hasHeader("Cross-Origin-Resource-Policy", "same-origin");
    assertThat(picture).hasHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    assertThat(picture).hasHeader("X-Content-Type-Options", "nosniff");
    assertThat(audited(file, "PICTURE_SEEN")).isEqualTo(1);
    assertThat(signedIn(staff.provincialOffice(), REVIEWER).open(reference)).hasStatus(404);
    assertThat(audited(file, "PICTURE_SEEN")).isEqualTo(1);
  }

  @Test
  void a_return_without_a_reason_comes_back_with_what_was_written() {
    var file = submitted();
    var answer =
        signedIn(REVIEWER)
            .send(
                "/console/files/" + file.value() + "/decision",
                "kind",
                "RETURN",
                "version",
                "1",
                "note",
                "Ảnh mặt sau bị lóa");
    assertThat(answer).hasStatus(422);
    assertThat(answer).bodyText().contains("ít nhất một lý do", "Ảnh mặt sau bị lóa");
    assertThat(declarations.find(file).orElseThrow().status())
        .isEqualTo(DeclarationStatus.SUBMITTED);
  }

  @Test
  void after_a_decision_the_next_file_opens_by_itself() {
    var first = submitted(applicants.known());
    var second = submitted();
    var window = signedIn(REVIEWER);
    var answer = window.send("/console/files/" + first.value() + "/decision", approval());
    assertThat(answer)
        .hasStatus(303)
        .hasHeader("Location", "/console/files/" + second.value() + "?done=APPROVE");
    assertThat(declarations.find(first).orElseThrow().status())
        .isEqualTo(DeclarationStatus.APPROVED);
    var last =
        window.send(
            "/console/files/" + second.value() + "/decision",
            "kind",
            "ASK_TO_COME",
            "version",
            "1",
            "reason",
            "SHOW_ORIGINALS");
    assertThat(last).hasHeader("Location", "/console/queue?done=ASK_TO_COME");
    assertThat(window.open("/console/files/" + first.value()))
        .bodyText()
        .contains("Mật khẩu lần đầu");
  }

  @Test
  void taking_giving_back_noting_and_ticking_stay_on_the_file_and_its_list() {
    var file = "/console/files/" + submitted().value();
    var window = signedIn(REVIEWER);
    assertThat(window.send(file + "/assignment?tab=NEW"))
        .hasHeader("Location", file + "?tab=NEW&done=TAKEN");
    assertThat(window.open(file)).bodyText().contains("Bạn đang xử lý");
    assertThat(window.send(file + "/ticks", "ticked", "PAPER_VALID")).hasStatus(303);
    assertThat(window.send(file + "/notes", "note", "Đã gọi <b>điện</b>")).hasStatus(303);
    assertThat(window.open(file)).bodyText().contains("Đã gọi &lt;b").doesNotContain("<b>điện");
    assertThat(window.send(file + "/release")).hasHeader("Location", file + "?done=GIVEN_BACK");
  }

  @Test
  void the_register_is_searched_for_a_file_and_a_person_chosen() {
    var known = applicants.known();
    var id = submitted();
    var file = "/console/files/" + id.value();
    var window = signedIn(REVIEWER);
    assertThat(window.open(file + "/register")).hasStatusOk();
    assertThat(window.send(file + "/register", "number", "12")).hasStatus(422);
    assertThat(
            window.send(
                file + "/register", "fullName", "A B", "birthDate", "x", "paperNumber", "1"))
        .hasStatus(422);
    assertThat(window.send(file + "/register")).hasStatus(422);
    assertThat(
            window.send(
                file + "/register",
                "fullName",
                "Nguyễn Thị Hoà Mẫu",
                "birthDate",
                "15/01/1990",
                "paperNumber",
                known.details().personalId()))
        .bodyText()
        .contains(known.person().value().toString());
    assertThat(window.send(file + "/match", "person", known.person().value().toString()))
        .hasHeader("Location", file + "?done=MATCHED");
    assertThat(audited(id, "REGISTER_SEARCHED")).isEqualTo(1);
    assertThat(audited(id, "PERSON_MATCHED")).isEqualTo(1);
  }

  private static String reference(Window window, DeclarationId file, String path) {
    var address =
        Pattern.compile(Pattern.quote(path) + "\\?ref=[0-9]+\\.[A-Za-z0-9_-]+")
            .matcher(body(window.open("/console/files/" + file.value())));
    assertThat(address.find()).isTrue();
    return address.group();
  }
}
