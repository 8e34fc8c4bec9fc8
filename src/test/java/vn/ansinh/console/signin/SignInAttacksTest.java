package vn.ansinh.console.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.ansinh.platform.PasswordHashing;
import vn.ansinh.portal.Window;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

/** What somebody outside can do to the sign-in of staff, and what it does to the staff. */
@ApplicationTest
class SignInAttacksTest {

  @Autowired MockMvcTester server;
  @Autowired TestStaff staff;
  @Autowired TestClock clock;
  @Autowired PasswordHashing citizens;

  @Autowired
  @org.springframework.beans.factory.annotation.Qualifier("vn.ansinh.staff.StaffPasswords")
  Object passwords;

  Officer officer;

  @BeforeEach
  void an_officer() {
    clock.reset();
    officer = staff.enrolledOfficer(staff.provincialOffice(), Role.REVIEWER);
  }

  @Test
  void citizens_waiting_for_their_passwords_do_not_keep_staff_waiting() {
    var places = places(citizens);
    var taken = places.drainPermits();
    try {
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> assertThat(password(new Window(server), TestStaff.PASSWORD)).hasStatus(303));
    } finally {
      places.release(taken);
    }
  }

  @Test
  void when_no_place_is_free_the_answer_is_busy_and_the_try_does_not_count() {
    var places = places((PasswordHashing) ReflectionTestUtils.getField(passwords, "hashing"));
    var taken = places.drainPermits();
    var window = new Window(server);
    try {
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> {
            var busy = password(window, TestStaff.PASSWORD);
            assertThat(busy).hasStatus(503).hasHeader("Retry-After", "5");
            assertThat(busy).bodyText().contains("Hệ thống đang bận");
          });
    } finally {
      places.release(taken);
    }
    assertThat(password(window, "sai")).bodyText().contains("Còn 4 lần");
  }

  @Test
  void who_knows_a_user_name_locks_out_only_his_own_network() {
    var stranger = new Window(server);
    for (int i = 0; i < 6; i++) {
      password(stranger, "sai");
    }
    assertThat(password(stranger, TestStaff.PASSWORD)).hasStatus(429);
    assertThat(password(new Window(server), TestStaff.PASSWORD)).hasStatus(303);
  }

  @Test
  void tries_from_many_networks_close_the_name_but_never_the_officers_own_device() {
    var own = new Window(server);
    signIn(own);
    for (int i = 0; i < 60; i++) {
      password(new Window(server), "sai");
    }
    assertThat(password(new Window(server), TestStaff.PASSWORD)).hasStatus(429);
    clock.advance(Duration.ofSeconds(60));
    signIn(own);
  }

  @Test
  void one_network_tries_so_many_names_before_nothing_more_is_hashed() {
    var window = new Window(server);
    MvcTestResult last = null;
    for (int i = 0; i < 61; i++) {
      last = password(window, "khong.co." + i, "sai");
    }
    assertThat(last).hasStatus(429);
    assertThat(password(window, TestStaff.PASSWORD)).hasStatus(429);
    assertThat(password(new Window(server), TestStaff.PASSWORD)).hasStatus(303);
  }

  @Test
  void tries_left_and_closing_are_told_alike_for_names_known_and_unknown() {
    var known = new Window(server);
    var unknown = new Window(server);
    var nobody = "khong.co." + TestStaff.random();
    for (int i = 0; i < 7; i++) {
      var one = password(known, "sai");
      var other = password(unknown, nobody, "sai");
      assertThat(one.getResponse().getStatus()).isEqualTo(other.getResponse().getStatus());
      assertThat(bare(one)).isEqualTo(bare(other));
    }
  }

  static Stream<String> hostileTexts() {
    return Stream.of(
        "x".repeat(10_000),
        "a\u0000b",
        "\u0000",
        "\uD800 broken surrogate",
        "\uFDFA".repeat(1_000),
        "\u202Eabc\u202C",
        "'; drop table staff.officer; --",
        "<script>alert(1)</script>",
        "٣٤٥٦٧٨",
        "\t\n\r  \u00A0\u200B");
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void whatever_is_typed_gets_an_ordinary_answer(String text) {
    var window = new Window(server);
    assertThat(password(window, text, "sai")).hasStatus(422);
    assertThat(password(window, text)).hasStatus(422);
    assertThat(password(window, TestStaff.PASSWORD)).hasStatus(303);
    var code = window.send("/console/sign-in/code", "code", text);
    assertThat(code).hasStatus(422);
    assertThat(bare(code)).doesNotContain("<script>alert");
  }

  @Test
  void cookies_made_up_get_an_ordinary_answer() {
    for (var value :
        List.of("x", "x".repeat(4_000), "00000000-0000-0000-0000-000000000000.abc", "..")) {
      var window = new Window(server);
      List.of("desk", "desk-sign-in", "desk-device").forEach(it -> window.cookies().put(it, value));
      assertThat(window.open("/console/sign-in")).hasStatusOk();
      assertThat(password(window, TestStaff.PASSWORD)).hasStatus(303);
    }
  }

  private void signIn(Window window) {
    assertThat(password(window, TestStaff.PASSWORD)).hasStatus(303);
    assertThat(window.send("/console/sign-in/code", "code", staff.code(officer)))
        .hasHeader("Location", "/console");
  }

  private MvcTestResult password(Window window, String password) {
    return password(window, officer.userName(), password);
  }

  private static MvcTestResult password(Window window, String userName, String password) {
    return window.send("/console/sign-in", "userName", userName, "password", password);
  }

  private static Semaphore places(PasswordHashing hashing) {
    return (Semaphore) ReflectionTestUtils.getField(hashing, "places");
  }

  /** Without what differs by nature: the name typed, tokens and nonces. */
  private static String bare(MvcTestResult answer) {
    try {
      return answer
          .getResponse()
          .getContentAsString(StandardCharsets.UTF_8)
          .replaceAll("(?:value|nonce)=\"[^\"]*\"", "");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
