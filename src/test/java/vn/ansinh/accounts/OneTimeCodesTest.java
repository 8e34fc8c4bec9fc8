package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

@LetterBoxTest
class OneTimeCodesTest {

  static final CodePurpose CONFIRM = CodePurpose.CONFIRM_DECLARATION;

  @Autowired OneTimeCodes codes;
  @Autowired SentSecrets letterBox;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;
  final UUID draft = UUID.randomUUID();
  final Contact email = Contact.email(Somebody.anyEmail());
  final String network = Somebody.anyDevice().network();

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void the_code_is_accepted_once() {
    var code = sent();
    assertThat(code).matches("[0-9]{6}");
    assertThat(redeem(code)).isInstanceOf(Redeeming.Accepted.class);
    assertThat(redeem(code)).isInstanceOf(Redeeming.None.class);
  }

  @Test
  void spaces_and_dashes_do_not_matter() {
    var code = sent();
    assertThat(redeem(" " + code.substring(0, 3) + " - " + code.substring(3)))
        .isInstanceOf(Redeeming.Accepted.class);
  }

  @Test
  void five_minutes_run_from_hand_off_not_from_asking() {
    var id = send().id();
    clock.advance(Duration.ofMinutes(9));
    codes.handedOff(id.value(), clock.instant());
    clock.advance(Duration.ofMinutes(5).minusSeconds(1));
    assertThat(redeem(letterBox.code(id))).isInstanceOf(Redeeming.Accepted.class);
  }

  @Test
  void five_minutes_after_hand_off_it_is_over() {
    var id = send().id();
    codes.handedOff(id.value(), clock.instant());
    codes.handedOff(id.value(), clock.instant().plus(Duration.ofMinutes(3)));
    clock.advance(Duration.ofMinutes(5));
    assertThat(redeem(letterBox.code(id))).isInstanceOf(Redeeming.Expired.class);
  }

  @Test
  void before_hand_off_the_code_is_good_for_a_quarter_of_an_hour() {
    var code = sent();
    clock.advance(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(codes.state(CONFIRM, draft).orElseThrow().handedOffAt()).isNull();
    assertThat(redeem(code)).isInstanceOf(Redeeming.Accepted.class);
  }

  @Test
  void a_code_handed_off_after_a_quarter_of_an_hour_stays_dead() {
    var id = send().id();
    clock.advance(Duration.ofMinutes(15));
    codes.handedOff(id.value(), clock.instant());
    assertThat(redeem(letterBox.code(id))).isInstanceOf(Redeeming.Expired.class);
  }

  @Test
  void five_wrong_tries_spend_it() {
    var code = sent();
    for (int left = 4; left > 0; left--) {
      assertThat(redeem(wrong(code))).isEqualTo(new Redeeming.Wrong(left));
    }
    assertThat(redeem(wrong(code))).isInstanceOf(Redeeming.Spent.class);
    assertThat(redeem(code)).isInstanceOf(Redeeming.Spent.class);
  }

  @Test
  void what_cannot_be_a_code_costs_no_try() {
    var code = sent();
    for (var typed : new String[] {"", "12345", "abc", "\u0000", "x".repeat(10_000)}) {
      assertThat(redeem(typed)).isEqualTo(new Redeeming.Wrong(5));
    }
    assertThat(redeem(code)).isInstanceOf(Redeeming.Accepted.class);
  }

  @Test
  void the_three_newest_codes_are_good_side_by_side() {
    var all = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      all.add(sent());
      clock.advance(Duration.ofMinutes(i == 0 ? 1 : i == 1 ? 2 : 4));
    }
    assertThat(all).doesNotHaveDuplicates();
    assertThat(redeem(all.get(0))).isInstanceOf(Redeeming.Wrong.class);
    assertThat(redeem(all.get(1))).isInstanceOf(Redeeming.Accepted.class);
    assertThat(redeem(all.get(3))).isInstanceOf(Redeeming.None.class);
  }

  @Test
  void the_next_code_must_wait_longer_each_time() {
    for (var pause : new int[] {60, 120, 240, 480}) {
      var answer = send();
      assertThat(answer.resendFrom())
          .isBetween(clock.instant().plusSeconds(pause - 5), clock.instant().plusSeconds(pause));
      clock.advance(Duration.ofSeconds(pause - 10));
      assertThat(ask()).isEqualTo(new Sending.TooSoon(answer.resendFrom()));
      clock.advance(Duration.ofSeconds(10));
    }
  }

  @Test
  void a_code_to_another_address_makes_the_earlier_one_worthless() {
    var first = sent();
    clock.advance(Duration.ofMinutes(1));
    codes.send(CONFIRM, draft, Contact.email(Somebody.anyEmail()), Locale.of("vi"), network);
    assertThat(redeem(first)).isInstanceOf(Redeeming.Wrong.class);
  }

  @Test
  void a_code_for_one_purpose_or_draft_is_nothing_for_another() {
    var code = sent();
    assertThat(codes.redeem(CodePurpose.SIGN_IN, draft, code)).isInstanceOf(Redeeming.None.class);
    assertThat(codes.redeem(CONFIRM, UUID.randomUUID(), code)).isInstanceOf(Redeeming.None.class);
  }

  @Test
  void the_state_tells_what_the_page_shows() {
    var answer = send();
    var handedOff = clock.instant();
    codes.handedOff(answer.id().value(), handedOff);
    redeem(wrong(letterBox.code(answer.id())));
    var state = codes.state(CONFIRM, draft).orElseThrow();
    assertThat(state.triesLeft()).isEqualTo(4);
    assertThat(state.resendFrom()).isEqualTo(answer.resendFrom());
    assertThat(Duration.between(handedOff, state.expiresAt()))
        .isBetween(Duration.ofSeconds(299), Duration.ofSeconds(301));
  }

  @Test
  void of_fifty_right_answers_at_once_one_is_accepted() throws Exception {
    var code = sent();
    var answers = Together.run(50, _ -> redeem(code));
    assertThat(answers).filteredOn(Redeeming.Accepted.class::isInstance).hasSize(1);
  }

  @Test
  void fifty_guesses_at_once_are_five_tries() throws Exception {
    var code = sent();
    var answers = Together.run(50, _ -> redeem(wrong(code)));
    assertThat(answers).filteredOn(Redeeming.Wrong.class::isInstance).hasSize(4);
    assertThat(redeem(code)).isInstanceOf(Redeeming.Spent.class);
  }

  @Test
  void fifty_requests_at_once_send_one_code() throws Exception {
    var answers = Together.run(50, _ -> ask());
    assertThat(answers).filteredOn(Sending.Sent.class::isInstance).hasSize(1);
  }

  @Test
  void one_address_gets_eight_codes_in_an_hour_whatever_the_drafts() {
    for (int i = 0; i < 8; i++) {
      assertThat(codes.send(CONFIRM, UUID.randomUUID(), email, Locale.of("vi"), network))
          .isInstanceOf(Sending.Sent.class);
    }
    assertThat(codes.send(CONFIRM, UUID.randomUUID(), email, Locale.of("vi"), network))
        .isInstanceOf(Sending.BudgetSpent.class);
  }

  @Test
  void digits_are_stored_nowhere() {
    var id = send().id();
    var row =
        sql.sql("select to_jsonb(c)::text from accounts.code c where id = :id")
            .param("id", id.value())
            .query(String.class)
            .single();
    assertThat(row).doesNotContain("\"" + letterBox.code(id) + "\"").doesNotContain("@");
  }

  @Test
  void codes_of_yesterday_are_swept() {
    sent();
    clock.advance(Duration.ofHours(25));
    codes.sweep();
    assertThat(
            sql.sql("select count(*) from accounts.code where subject_id = :draft")
                .param("draft", draft)
                .query(Long.class)
                .single())
        .isZero();
  }

  private Sending ask() {
    return codes.send(CONFIRM, draft, email, Locale.of("vi"), network);
  }

  private Sending.Sent send() {
    return (Sending.Sent) ask();
  }

  private String sent() {
    return letterBox.code(send().id());
  }

  private Redeeming redeem(String typed) {
    return codes.redeem(CONFIRM, draft, typed);
  }

  private static String wrong(String code) {
    return code.charAt(0) == '9' ? "0" + code.substring(1) : "9" + code.substring(1);
  }
}
