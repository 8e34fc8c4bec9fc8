package vn.ansinh.console;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.ADMINISTRATOR;
import static vn.ansinh.staff.Role.INTAKE;
import static vn.ansinh.staff.Role.OFFICE_HEAD;
import static vn.ansinh.staff.Role.REVIEWER;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.files.Files;
import vn.ansinh.files.SafePictures;
import vn.ansinh.portal.Window;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Field;
import vn.ansinh.review.CheckItem;
import vn.ansinh.review.Tasks;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

@ApplicationTest
class ConsolePagesTest {

  @Autowired MockMvcTester server;
  @Autowired TestStaff staff;
  @Autowired Applicants applicants;
  @Autowired Declarations declarations;
  @Autowired Accounts accounts;
  @Autowired Files files;
  @Autowired Tasks tasks;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient sql;
  @Autowired TestClock clock;

  String office;

  @BeforeEach
  void an_office() {
    clock.reset();
    office = staff.provincialOffice();
  }

  @Test
  void nothing_is_open_without_signing_in() {
    for (var path :
        List.of(
            "/console",
            "/console/queue",
            "/console/files/" + submitted().value(),
            "/console/files/" + submitted().value() + "/photos/PORTRAIT",
            "/console/admin/staff",
            "/console/no-such-page")) {
      var answer = new Window(server).open(path);
      assertThat(answer).as(path).hasStatus(303);
      assertThat(answer).as(path).hasHeader("Location", "/console/sign-in");
    }
  }

  @Test
  void the_cookie_of_a_session_stays_within_the_console() {
    var officer = staff.enrolledOfficer(office, REVIEWER);
    var window = new Window(server);
    window.send("/console/sign-in", "userName", officer.userName(), "password", TestStaff.PASSWORD);
    var answer = window.send("/console/sign-in/code", "code", staff.code(officer));
    assertThat(answer).hasStatus(303).hasHeader("Location", "/console");
    assertThat(answer.getResponse().getHeaders("Set-Cookie"))
        .anySatisfy(
            it ->
                assertThat(it)
                    .startsWith("desk=")
                    .contains("Path=/console", "HttpOnly", "SameSite=Strict"));
    assertThat(window.open("/console/queue")).hasStatusOk();
    assertThat(window.open("/console/queue"))
        .hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
    window.send("/console/sign-out");
    assertThat(window.open("/console/queue")).hasStatus(303);
  }

  @Test
  void a_wrong_password_says_the_same_for_known_and_unknown_names() {
    var officer = staff.enrolledOfficer(office, REVIEWER);
    var known = wrongPassword(officer.userName());
    var unknown = wrongPassword("khong.co." + TestStaff.random());
    assertThat(known).hasStatus(422);
    assertThat(bare(known)).isEqualTo(bare(unknown));
  }

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
  void a_head_sees_how_long_files_take_and_others_do_not() {
    var file = submitted();
    var window = signedIn(REVIEWER);
    window.open("/console/files/" + file.value());
    window.send(
        "/console/files/" + file.value() + "/decision",
        "kind",
        "RETURN",
        "version",
        "1",
        "reason",
        "PHOTO_UNREADABLE");
    var head = signedIn(OFFICE_HEAD);
    for (var query :
        List.of("", "?from=2026-01-01&until=2020-01-01", "?from=x&until=y&officer=z")) {
      assertThat(head.open("/console/workload" + query))
          .hasStatusOk()
          .bodyText()
          .contains("Thời gian xử lý hồ sơ", "đo công việc, không đánh giá con người");
    }
    assertThat(head.open("/console/workload"))
        .bodyText()
        .contains("Theo loại quyết định và kết quả đối chiếu", "Theo cán bộ");
    assertThat(signedIn(REVIEWER).open("/console/workload"))
        .bodyText()
        .doesNotContain("Thời gian xử lý hồ sơ");
  }

  @Test
  void an_administrators_links_stand_in_a_menu_beside_an_officers_and_alone_otherwise() {
    assertThat(signedIn(office, OFFICE_HEAD, ADMINISTRATOR).open("/console/admin/staff"))
        .bodyText()
        .contains("<details class=\"menu\"><summary class=\"current\">Quản trị", "/console/queue");
    assertThat(signedIn(ADMINISTRATOR).open("/console/admin/staff"))
        .bodyText()
        .doesNotContain("<details class=\"menu\">");
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

  private static String reference(Window window, DeclarationId file, String path) {
    var address =
        Pattern.compile(Pattern.quote(path) + "\\?ref=[0-9]+\\.[A-Za-z0-9_-]+")
            .matcher(body(window.open("/console/files/" + file.value())));
    assertThat(address.find()).isTrue();
    return address.group();
  }

  @Test
  void files_of_another_office_do_not_exist() {
    var file = "/console/files/" + submitted().value();
    var stranger = signedIn(staff.provincialOffice(), OFFICE_HEAD);
    assertThat(stranger.open(file)).hasStatus(404);
    assertThat(stranger.open(file + "/register")).hasStatus(404);
    for (var deed : List.of("/assignment", "/release", "/paper", "/notes", "/ticks", "/register")) {
      assertThat(stranger.send(file + deed, "note", "x")).as(deed).hasStatus(404);
    }
    assertThat(
            stranger.send(
                file + "/decision", "kind", "REJECT", "version", "1", "reason", "NOT_THE_HOLDER"))
        .hasStatus(404);
    assertThat(stranger.send(file + "/move", "toOffice", office)).hasStatus(404);
  }

  @Test
  void what_a_role_does_not_allow_is_refused() {
    var file = "/console/files/" + submitted().value();
    var intake = signedIn(INTAKE);
    assertThat(intake.open(file)).bodyText().doesNotContain("value=\"APPROVE\"");
    assertThat(
            intake.send(
                file + "/decision", "kind", "REJECT", "version", "1", "reason", "NOT_THE_HOLDER"))
        .hasStatus(403);
    assertThat(intake.open("/console/admin/staff")).hasStatus(403);
    assertThat(intake.open("/console/admin/reasons")).hasStatus(403);
    var administrator = signedIn(ADMINISTRATOR);
    assertThat(administrator.open(file)).hasStatus(403);
    assertThat(administrator.open("/console/queue")).hasStatus(403);
    assertThat(administrator.open("/console")).hasHeader("Location", "/console/admin/staff");
    assertThat(signedIn(REVIEWER).open("/console/workload")).hasStatusOk();
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
  void what_is_searched_for_stands_in_no_address() {
    var window = signedIn(REVIEWER);
    var file = submitted();
    var found = window.send("/console/queue/search", "text", "hoà mẫu", "sort", "NAME");
    var location = found.getResponse().getHeader("Location");
    assertThat(location).startsWith("/console/queue?tab=ALL&q=").doesNotContain("ho");
    assertThat(window.open(location)).bodyText().contains(file.value().toString(), "hoà mẫu");
    var code = declarations.find(file).orElseThrow().code().value();
    assertThat(window.send("/console/queue/search", "text", code))
        .hasHeader("Location", "/console/files/" + file.value());
    assertThat(window.open("/console/queue?tab=ALL&q=forged")).hasStatusOk();
    assertThat(window.open("/console/queue?tab=rubbish&from=x&sort=y")).hasStatusOk();
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

  @Test
  void staff_are_added_changed_and_deactivated_by_two_administrators() {
    var window = signedIn(ADMINISTRATOR);
    var second = signedIn(ADMINISTRATOR);
    var name = "can.bo." + TestStaff.random();
    var added =
        window.send(
            "/console/admin/staff",
            "userName",
            name,
            "fullName",
            "Hồ Thị Mới",
            "office",
            office,
            "roles",
            "INTAKE");
    assertThat(added)
        .hasStatus(303)
        .hasHeader("Location", "/console/admin/staff/proposals?done=proposed");
    assertThat(window.send("/console/admin/staff", "userName", "Sai Tên")).hasStatus(422);
    assertThat(confirmed(window, name)).hasStatus(422);
    assertThat(confirmed(second, name))
        .hasStatusOk()
        .bodyText()
        .containsPattern("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
    assertThat(body(window.open("/console/admin/staff"))).contains(name);
    var id =
        sql.sql("select id from staff.officer where user_name = :name")
            .param("name", name)
            .query(java.util.UUID.class)
            .single();
    var officer = "/console/admin/staff/" + id;
    assertThat(
            window.send(officer, "fullName", "Hồ Thị Khác", "office", office, "roles", "REVIEWER"))
        .hasStatus(303);
    assertThat(confirmed(second, name)).hasStatus(303);
    assertThat(window.open(officer)).bodyText().contains("Hồ Thị Khác");
    assertThat(window.send(officer + "/deactivation")).hasStatus(303);
    assertThat(window.open(officer)).bodyText().contains("Mở lại tài khoản");
    assertThat(window.send(officer + "/first-password")).hasStatus(303);
    assertThat(confirmed(second, name)).hasStatusOk();
    assertThat(window.send(officer + "/second-factor-reset")).hasStatus(303);
    var refusal = proposal(second, name) + "/refusal";
    assertThat(second.send(refusal)).hasStatus(303);
    assertThat(second.send(refusal)).hasStatus(404);
    assertThat(signedIn(staff.provincialOffice(), ADMINISTRATOR).open(officer)).hasStatus(404);
  }

  @Test
  void reasons_are_kept_in_both_languages() {
    var window = signedIn(ADMINISTRATOR);
    var code = "R" + TestStaff.random().toUpperCase(java.util.Locale.ROOT);
    assertThat(window.open("/console/admin/reasons")).bodyText().contains("PHOTO_UNREADABLE");
    assertThat(window.send("/console/admin/reasons", "code", code)).hasStatus(422);
    String[] words = {
      "code", code, "kind", "RETURN", "wrongVi", "Sai.", "toDoVi", "Sửa.", "wrongEn", "Wrong.",
      "toDoEn", "Do."
    };
    assertThat(window.send("/console/admin/reasons", words)).hasStatus(303);
    assertThat(window.send("/console/admin/reasons", words)).hasStatus(422);
    assertThat(window.open("/console/admin/reasons/" + code)).bodyText().contains("Wrong.");
    assertThat(window.send("/console/admin/reasons/" + code, "wrongVi", "")).hasStatus(422);
    assertThat(window.send("/console/admin/reasons/" + code + "/retirement")).hasStatus(303);
    assertThat(window.open("/console/admin/reasons/NO_SUCH")).hasStatus(404);
  }

  private Window signedIn(Role... roles) {
    return signedIn(office, roles);
  }

  private Window signedIn(String where, Role... roles) {
    return signedIn(staff.enrolledOfficer(where, roles));
  }

  private Window signedIn(Officer officer) {
    var window = new Window(server);
    window.cookies().put("desk", staff.session(officer));
    return window;
  }

  private MvcTestResult confirmed(Window window, String userName) {
    return window.send(proposal(window, userName) + "/confirmation");
  }

  private String proposal(Window window, String userName) {
    assertThat(window.open("/console/admin/staff/proposals")).bodyText().contains(userName);
    return "/console/admin/staff/proposals/"
        + sql.sql("select id from staff.proposal where user_name = :name and outcome is null")
            .param("name", userName)
            .query(java.util.UUID.class)
            .single();
  }

  private MvcTestResult wrongPassword(String name) {
    return new Window(server).send("/console/sign-in", "userName", name, "password", "sai");
  }

  /** Without what differs by nature: the name typed, tokens and nonces. */
  private static String bare(MvcTestResult answer) {
    return body(answer).replaceAll("(?:value|nonce)=\"[^\"]*\"", "");
  }

  private static String body(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String[] approval() {
    var parameters = new java.util.ArrayList<>(List.of("kind", "APPROVE", "version", "1"));
    for (var item : CheckItem.values()) {
      parameters.add("ticked");
      parameters.add(item.name());
    }
    return parameters.toArray(String[]::new);
  }

  private DeclarationId submitted() {
    return applicants
        .submitted(Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, office))
        .id();
  }

  private DeclarationId submitted(Applicants.Known known) {
    return applicants.submitted(known.typing(Field.OFFICE_CODE, office)).id();
  }

  private long audited(DeclarationId id, String action) {
    return sql.sql("select count(*) from audit.entry where subject_id = :id and action = :action")
        .param("id", id.value().toString())
        .param("action", action)
        .query(Long.class)
        .single();
  }
}
