package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.platform.Ids;

/** What is believed of a mail that anybody may have written. */
class BounceReportTest extends OutboxSetting {

  @Autowired MailMarks marks;

  final UUID message = Ids.next();
  String mark = "";

  @BeforeEach
  void mark() {
    mark = marks.of(message);
  }

  @Test
  void a_mark_names_its_message_and_says_nothing_else() {
    assertThat(mark).matches("[a-z0-9]{41}").doesNotContain(message.toString().substring(0, 8));
    assertThat(marks.in("Return-Path: <tra-lai+" + mark.toUpperCase(Locale.ROOT) + "@example.vn>"))
        .as("mail servers change case")
        .containsExactly(message);
    assertThat(marks.in("x" + mark)).isEmpty();
    for (var id : List.of(new UUID(0, 0), new UUID(-1, -1), Ids.next())) {
      assertThat(marks.in(marks.of(id))).containsExactly(id);
    }
  }

  @Test
  void a_mark_with_any_character_changed_names_nobody() {
    for (int i = 0; i < mark.length(); i++) {
      var other = mark.charAt(i) == 'a' ? 'b' : 'a';
      assertThat(marks.in(mark.substring(0, i) + other + mark.substring(i + 1))).isEmpty();
    }
    assertThat(marks.in("z".repeat(41))).isEmpty();
  }

  @Test
  void a_failure_is_final_whatever_its_number_and_a_delay_never() {
    assertThat(read(Dsn.failed(mark, "5.1.1")))
        .isEqualTo(new Bounce.Failed(message, "BOUNCE_5_1_1"));
    assertThat(read(Dsn.failed(mark, "4.4.7")))
        .as("given up after days of trying")
        .isEqualTo(new Bounce.Failed(message, "BOUNCE_4_4_7"));
    assertThat(read(Dsn.failed(mark, "4.2.2")))
        .as("given up with the last passing reason, as RFC 3464 lets servers say")
        .isEqualTo(new Bounce.Failed(message, "BOUNCE_4_2_2"));
    assertThat(read(Dsn.delayed(mark))).isEqualTo(new Bounce.Delayed(message, "BOUNCE_4_4_1"));
    assertThat(read(new Dsn(Dsn.envelope(mark), "Delivered", "2.0.0", "")))
        .isEqualTo(new Bounce.Passed(message));
  }

  @Test
  void a_report_that_only_brings_the_headers_back_is_recognised_by_them() {
    var to = "tra-lai@example.vn";
    assertThat(read(new Dsn(to, "failed", "5.2.2", "X-AnSinh-Message: " + mark)))
        .isEqualTo(new Bounce.Failed(message, "BOUNCE_5_2_2"));
    var whole =
        new Dsn(to, "failed", "5.2.2", "X-AnSinh-Message: " + mark + "\n\nKính gửi")
            .text()
            .replace("text/rfc822-headers", "message/rfc822");
    assertThat(read(whole)).isInstanceOf(Bounce.Failed.class);
    assertThat(read(new Dsn(to, "failed", "5.2.2", "Subject: " + mark)))
        .as("only where we put it")
        .isInstanceOf(Bounce.Unknown.class);
  }

  @Test
  void of_several_mailboxes_behind_an_address_the_luckiest_decides() {
    var failed = group("failed", "5.1.1");
    var delayed = group("delayed", "4.2.2");
    assertThat(read(Dsn.failed(mark, "").withRecipients(failed + "\n" + failed)))
        .isInstanceOf(Bounce.Failed.class);
    assertThat(read(Dsn.failed(mark, "").withRecipients(failed + "\n" + delayed)))
        .isInstanceOf(Bounce.Delayed.class);
    assertThat(
            read(
                Dsn.failed(mark, "")
                    .withRecipients(failed + "\n" + delayed + "\n" + group("relayed", "2.0.0"))))
        .isInstanceOf(Bounce.Passed.class);
  }

  @Test
  void reasons_are_words_in_both_languages() {
    assertThat(
            Stream.of("5_1_1", "5_2_1", "5_2_2", "5_3_4", "5_7_26", "4_4_7", "5_0_0", "5_1_8")
                .map(it -> BounceReason.of("BOUNCE_" + it)))
        .containsExactly(
            BounceReason.NO_MAILBOX,
            BounceReason.DISABLED,
            BounceReason.FULL,
            BounceReason.TOO_LARGE,
            BounceReason.REFUSED,
            BounceReason.UNREACHABLE,
            BounceReason.OTHER,
            BounceReason.REFUSED);
    for (var reason : BounceReason.values()) {
      for (var language : List.of(VIETNAMESE, Locale.ENGLISH)) {
        assertThat(wording.text("notices.state.returned." + reason.key(), language, "10:02"))
            .contains("10:02");
      }
    }
  }

  @Test
  void an_absence_note_is_none_of_our_business_and_a_letter_is_for_a_person() {
    var letter = "To: <%s>\nSubject: Re: Thong bao\n%s\n\nToi di vang.\n";
    for (var automatic :
        List.of(
            "Auto-Submitted: auto-replied (vacation)",
            "Precedence: auto_reply",
            "X-Autoreply: yes")) {
      assertThat(read(letter.formatted(Dsn.envelope(mark), automatic)))
          .isEqualTo(new Bounce.AutoReply(message));
      assertThat(read(letter.formatted("tra-lai@example.vn", automatic)))
          .isInstanceOf(Bounce.Unknown.class);
    }
    assertThat(read(letter.formatted(Dsn.envelope(mark), "X-Mailer: nguoi")))
        .isInstanceOf(Bounce.Unknown.class);
    assertThat(
            read(
                Dsn.failed(mark, "5.1.1")
                    .text()
                    .replace("report-type=delivery-status", "report-type=disposition-notification")
                    .replace("message/delivery-status", "message/disposition-notification")))
        .as("a receipt of reading")
        .isEqualTo(new Bounce.AutoReply(message));
  }

  @Test
  void nothing_hostile_marks_a_message() {
    var other = marks.of(Ids.next());
    var good = Dsn.failed(mark, "5.1.1");
    var forged =
        "a".equals(mark.substring(40)) ? mark.substring(0, 40) + "b" : mark.substring(0, 40) + "a";
    for (var text :
        List.of(
            "",
            "\n\n\n",
            "To: " + mark,
            Dsn.failed(forged, "5.1.1").text(),
            new Dsn(Dsn.envelope(mark), "failed", "5.1.1", "X-AnSinh-Message: " + other).text(),
            new Dsn("x@example.vn", "failed", "5.1.1", "Subject: x\n\nX-AnSinh-Message: " + mark)
                .text(),
            Dsn.failed(mark, "5.1.1.1").text(),
            Dsn.failed(mark, "9.1.1").text(),
            Dsn.failed(mark, "2.1.1").text(),
            Dsn.failed(mark, "5.99999999999999999999.1").text(),
            Dsn.failed(mark, "５.１.１").text(),
            new Dsn(Dsn.envelope(mark), "failed; drop", "5.1.1", "").text(),
            good.withRecipients("X-Nothing: at all\n").text(),
            good.withRecipients((group("failed", "5.1.1") + "\n").repeat(21)).text(),
            good.text().replace("multipart/report", "multipart/mixed"),
            good.text().replace("multipart/report", "text/plain"),
            good.text().replace("multipart/report", "multipart/report/report;;==\"\u0000"),
            good.text().replace("message/delivery-status", "text/plain"),
            nested(good.text(), 300),
            "To: " + ("tra-lai+" + other + "@x, ").repeat(2_000))) {
      assertThat(read(text))
          .as(text.substring(0, Math.min(300, text.length())))
          .isInstanceOf(Bounce.Unknown.class);
    }
  }

  @Test
  void a_report_in_another_coding_is_read_and_one_cut_off_as_far_as_it_goes() {
    var text = Dsn.failed(mark, "5.1.1").text();
    var status =
        text.substring(
            text.indexOf("Reporting-MTA"),
            text.indexOf("--4F2A9C.1764320000/mx.example.com\nContent-Description: Undelivered"));
    var coded = Base64.getMimeEncoder().encodeToString(status.getBytes(StandardCharsets.UTF_8));
    assertThat(
            read(
                text.replace(status, coded + "\n")
                    .replace(
                        "Content-Type: message/delivery-status",
                        "Content-Type: message/global-delivery-status\nContent-Transfer-Encoding: base64")))
        .isInstanceOf(Bounce.Failed.class);
    for (int i = 0; i < text.length(); i++) {
      var cut = text.getBytes(StandardCharsets.UTF_8);
      assertThat(report().read(java.util.Arrays.copyOf(cut, i)))
          .isIn(new Bounce.Failed(message, "BOUNCE_5_1_1"), new Bounce.Unknown());
    }
  }

  @Test
  void chance_never_throws_and_never_names_another_message() {
    var random = new Random(28);
    var text = Dsn.failed(mark, "5.1.1").text().getBytes(StandardCharsets.UTF_8);
    var named = new ArrayList<UUID>();
    for (int i = 0; i < 5_000; i++) {
      var broken = text.clone();
      for (int j = random.nextInt(30); j >= 0; j--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      if (report().read(broken) instanceof Bounce.Failed(var id, _)) {
        named.add(id);
      }
    }
    assertThat(named.stream().collect(Collectors.toSet())).containsExactly(message);
  }

  @Autowired Wording wording;

  private static String group(String action, String status) {
    return "Final-Recipient: rfc822; an@example.vn\nAction: %s\nStatus: %s\n"
        .formatted(action, status);
  }

  /** A report inside a report inside a report: only the outermost counts, and that has none. */
  private static String nested(String text, int depth) {
    var headers = new StringBuilder("To: <x@example.vn>\nMIME-Version: 1.0\n");
    for (int i = 0; i < depth; i++) {
      headers.append("Content-Type: multipart/report; boundary=b%d\n\n--b%<d\n".formatted(i));
    }
    return headers + text;
  }

  private BounceReport report() {
    return new BounceReport(marks);
  }

  private Bounce read(Dsn dsn) {
    return read(dsn.text());
  }

  private Bounce read(String text) {
    return report().read(text.getBytes(StandardCharsets.UTF_8));
  }
}
