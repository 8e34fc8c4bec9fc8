package vn.ansinh.consents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.AccountClosed;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.Together;
import vn.ansinh.people.People;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

@LetterBoxTest
class ConsentsTest {

  static final Said SAID = new Said(Place.MY_DATA, "Chrome, Windows", "vi");

  @Autowired Consents consents;
  @Autowired ConsentStore store;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;
  @Autowired JdbcClient sql;
  @Autowired TestClock clock;

  PersonId lan;

  @BeforeEach
  void somebody() {
    clock.reset();
    lan = Somebody.withAccount(people, accounts).id();
  }

  @Test
  void nothing_counts_that_was_not_said_and_each_purpose_by_itself() {
    assertThat(stands()).isFalse();
    assertThat(give()).isEqualTo(Giving.GIVEN);
    assertThat(stands()).isTrue();
    assertThat(consents.stands(lan.value(), Purpose.POPULATION_REGISTRY)).isFalse();
    var given = consents.of(lan.value()).getFirst();
    assertThat(given.given()).isEqualTo(SAID);
    assertThat(given.wording()).isEqualTo(Purpose.FORM_BY_EMAIL.wording());
  }

  @Test
  void it_is_withdrawn_at_once_as_often_as_anybody_likes_and_the_trail_keeps_both_words() {
    give();
    assertThat(withdraw()).isTrue();
    assertThat(stands()).isFalse();
    assertThat(withdraw()).as("there is nothing any more").isFalse();
    var ended = consents.of(lan.value()).getFirst();
    assertThat(ended.end()).isEqualTo(Consent.End.WITHDRAWN);
    assertThat(told()).containsExactly("CONSENT_GIVEN", "CONSENT_WITHDRAWN");
    give();
    assertThat(stands()).isTrue();
    assertThat(consents.of(lan.value())).hasSize(2);
  }

  @Test
  void of_many_words_at_once_each_counts_once() throws Exception {
    assertThat(Together.run(8, _ -> give())).containsOnly(Giving.GIVEN);
    assertThat(consents.of(lan.value())).hasSize(1);
    assertThat(Together.run(8, _ -> withdraw())).filteredOn(it -> it).hasSize(1);
    assertThat(told()).containsExactly("CONSENT_GIVEN", "CONSENT_WITHDRAWN");
  }

  @Test
  void giving_and_withdrawing_at_once_leave_at_most_one_and_a_trail_that_says_which()
      throws Exception {
    Together.run(10, i -> i % 2 == 0 ? give() : withdraw());
    long given = told().stream().filter("CONSENT_GIVEN"::equals).count();
    long withdrawn = told().stream().filter("CONSENT_WITHDRAWN"::equals).count();
    assertThat(given - withdrawn).isEqualTo(stands() ? 1 : 0);
  }

  @Test
  void consent_to_another_text_does_not_stand_and_is_asked_for_again() {
    var other = Purpose.FORM_BY_EMAIL.wording() + 1;
    store.insert(
        new Consent(
            lan.value(),
            Ids.next(),
            Purpose.FORM_BY_EMAIL,
            other,
            null,
            clock.instant(),
            SAID,
            null,
            null));
    assertThat(stands()).isFalse();
    assertThat(consents.give(lan, Purpose.FORM_BY_EMAIL, other, SAID)).isEqualTo(Giving.OTHER_TEXT);
    assertThat(stands()).isFalse();
    assertThat(give()).isEqualTo(Giving.GIVEN);
    assertThat(stands()).isTrue();
    assertThat(consents.of(lan.value()))
        .extracting(Consent::end)
        .containsExactlyInAnyOrder(null, Consent.End.REPLACED);
  }

  @Test
  void a_withdrawal_is_never_refused_however_often_somebody_changes_their_mind() {
    Giving last;
    int times = 0;
    do {
      last = give();
      times++;
      assertThat(withdraw()).isEqualTo(last == Giving.GIVEN);
    } while (last == Giving.GIVEN && times < 100);
    assertThat(last).isEqualTo(Giving.TOO_OFTEN);
    assertThat(stands()).isFalse();
  }

  @Test
  void it_ends_with_the_account() {
    give();
    transaction.executeWithoutResult(_ -> events.publishEvent(new AccountClosed(lan)));
    assertThat(stands()).isFalse();
    assertThat(consents.of(lan.value()).getFirst().end()).isEqualTo(Consent.End.ACCOUNT_CLOSED);
  }

  @Test
  void what_was_said_to_a_draft_goes_on_and_is_forgotten_with_it() {
    var draft = Ids.next();
    consents.giveUnsigned(draft, Purpose.POPULATION_REGISTRY, 1, SAID);
    transaction.executeWithoutResult(_ -> consents.pass(draft, lan.value()));
    assertThat(consents.of(draft)).isEmpty();
    assertThat(consents.stands(lan.value(), Purpose.POPULATION_REGISTRY)).isTrue();
    transaction.executeWithoutResult(_ -> consents.forget(lan.value()));
    assertThat(consents.of(lan.value())).isEmpty();
  }

  @Test
  void a_representative_withdraws_only_what_they_gave() {
    var application = UUID.randomUUID();
    var minh = Somebody.withAccount(people, accounts).id();
    consents.giveFor(application, lan, Purpose.CHILD_BY_GUARDIAN, 1, SAID);
    assertThat(consents.withdrawFor(application, minh, Purpose.CHILD_BY_GUARDIAN, SAID)).isFalse();
    assertThat(consents.givenFor(minh)).isEmpty();
    assertThat(consents.givenFor(lan)).hasSize(1);
    assertThat(consents.withdrawFor(application, lan, Purpose.CHILD_BY_GUARDIAN, SAID)).isTrue();
  }

  private Giving give() {
    return consents.give(lan, Purpose.FORM_BY_EMAIL, Purpose.FORM_BY_EMAIL.wording(), SAID);
  }

  private boolean withdraw() {
    return consents.withdraw(lan, Purpose.FORM_BY_EMAIL, SAID);
  }

  private boolean stands() {
    return consents.stands(lan.value(), Purpose.FORM_BY_EMAIL);
  }

  private List<String> told() {
    return sql.sql(
            """
            select action from audit.entry
            where person_id = :person and action like 'CONSENT_%' order by id
            """)
        .param("person", lan.value())
        .query(String.class)
        .list();
  }
}
