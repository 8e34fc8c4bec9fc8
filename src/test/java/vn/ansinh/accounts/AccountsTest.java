package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.audit.Actor;
import vn.ansinh.people.People;
import vn.ansinh.platform.PersonId;
import vn.ansinh.support.LetterBoxTest;

@LetterBoxTest
class AccountsTest {

  @Autowired Accounts accounts;
  @Autowired Contacts contacts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired JdbcClient sql;

  @Test
  void an_opened_account_waits_for_its_first_sign_in() {
    var lan = Somebody.withAccount(people, accounts);
    var account = accounts.find(lan.id()).orElseThrow();
    assertThat(account.status()).isEqualTo(AccountStatus.AWAITING_FIRST_SIGN_IN);
    assertThat(account.userName()).isEqualTo(lan.number());
    assertThat(account.phone()).isEqualTo(lan.phone());
    assertThat(accounts.exists(lan.id())).isTrue();
    assertThat(accounts.exists(PersonId.next())).isFalse();
  }

  @Test
  void the_first_password_goes_by_sms_and_by_mail_only_without_a_phone() {
    var lan = Somebody.withAccount(people, accounts);
    assertThat(letterBox.firstPasswordWentTo(lan.id())).isEqualTo(Contact.phone(lan.phone()));
    assertThat(letterBox.firstPassword(lan.id())).matches("[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}");

    var minh = Somebody.in(people);
    open(minh, List.of(Contact.email(minh.email())));
    assertThat(letterBox.firstPasswordWentTo(minh.id())).isEqualTo(Contact.email(minh.email()));
  }

  @Test
  void opening_twice_changes_nothing() {
    var lan = Somebody.withAccount(people, accounts);
    var first = letterBox.firstPassword(lan.id());
    open(lan, List.of(Contact.phone(lan.phone())));
    assertThat(letterBox.firstPassword(lan.id())).isEqualTo(first);
  }

  @Test
  void two_approvals_at_once_open_one_account_with_one_first_password() throws Exception {
    var lan = Somebody.in(people);
    Together.run(
        4,
        _ -> {
          open(lan, List.of(Contact.phone(lan.phone())));
          return true;
        });
    assertThat(audited(lan, "ACCOUNT_OPENED")).isEqualTo(1);
  }

  @Test
  void a_user_name_the_register_knows_as_somebody_elses_opens_nothing() {
    var lan = Somebody.in(people);
    var minh = Somebody.in(people);
    assertThatThrownBy(
            () ->
                accounts.open(
                    lan.id(),
                    minh.number(),
                    List.of(Contact.phone(lan.phone())),
                    Locale.of("vi"),
                    Actor.SYSTEM))
        .isInstanceOf(AccountsException.class);
    assertThat(accounts.exists(lan.id())).isFalse();
  }

  @Test
  void a_contact_somebody_else_holds_opens_nothing() {
    var lan = Somebody.in(people);
    contacts.claim(PersonId.next(), lan.phone(), null);
    assertThatThrownBy(() -> open(lan, List.of(Contact.phone(lan.phone()))))
        .isInstanceOf(AccountsException.class);
    assertThatThrownBy(() -> open(lan, List.of())).isInstanceOf(AccountsException.class);
  }

  @Test
  void no_secret_is_stored_in_the_clear() {
    var lan = Somebody.withAccount(people, accounts);
    var row =
        sql.sql("select to_jsonb(a)::text from accounts.account a where person_id = :id")
            .param("id", lan.id().value())
            .query(String.class)
            .single();
    var first = letterBox.firstPassword(lan.id());
    assertThat(row).contains("$argon2id$").doesNotContain(first);
    assertThat(row).doesNotContain(FirstPassword.plain(first));
  }

  @Test
  void a_renewed_first_password_can_go_another_way() {
    var lan = Somebody.withAccount(people, accounts);
    var first = letterBox.firstPassword(lan.id());
    accounts.renewFirstPassword(lan.id(), Channel.EMAIL, Actor.SYSTEM);
    assertThat(letterBox.firstPassword(lan.id())).isNotEqualTo(first);
    assertThat(letterBox.firstPasswordWentTo(lan.id())).isEqualTo(Contact.email(lan.email()));
    assertThat(audited(lan, "FIRST_PASSWORD_RENEWED")).isEqualTo(1);
  }

  @Test
  void nothing_is_renewed_without_account_or_contact() {
    var minh = Somebody.in(people);
    assertThatThrownBy(() -> accounts.renewFirstPassword(minh.id(), Channel.SMS, Actor.SYSTEM))
        .isInstanceOf(AccountsException.class);
    open(minh, List.of(Contact.phone(minh.phone())));
    assertThatThrownBy(() -> accounts.renewFirstPassword(minh.id(), Channel.EMAIL, Actor.SYSTEM))
        .isInstanceOf(AccountsException.class);
  }

  @Test
  void where_no_sms_can_be_sent_the_first_password_goes_by_email() {
    var lan = Somebody.in(people);
    var minh = Somebody.in(people);
    letterBox.withoutSms(true);
    try {
      open(lan, List.of(Contact.phone(lan.phone()), Contact.email(lan.email())));
      open(minh, List.of(Contact.phone(minh.phone())));
    } finally {
      letterBox.withoutSms(false);
    }
    assertThat(letterBox.firstPasswordWentTo(lan.id())).isEqualTo(Contact.email(lan.email()));
    assertThat(letterBox.firstPasswordWentTo(minh.id()))
        .as("the outbox makes it a task of the office")
        .isEqualTo(Contact.phone(minh.phone()));
  }

  private void open(Somebody somebody, List<Contact> to) {
    accounts.open(somebody.id(), somebody.number(), to, Locale.of("vi"), Actor.SYSTEM);
  }

  private long audited(Somebody somebody, String action) {
    return sql.sql("select count(*) from audit.entry where person_id = :id and action = :action")
        .param("id", somebody.id().value())
        .param("action", action)
        .query(Long.class)
        .single();
  }
}
