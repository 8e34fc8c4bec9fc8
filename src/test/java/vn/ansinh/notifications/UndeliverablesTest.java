package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Channel;
import vn.ansinh.guardianship.Family;
import vn.ansinh.guardianship.Unreached;
import vn.ansinh.guardianship.UnreachedGuardians;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.staff.Role;
import vn.ansinh.support.LetterBoxTest;

/** What nobody received becomes work of the office that has the file. */
@LetterBoxTest
class UndeliverablesTest {

  @Autowired Undeliverables undeliverables;
  @Autowired UnreachedGuardians unreached;
  @Autowired Applicants applicants;
  @Autowired JdbcClient sql;
  @Autowired ApplicationContext context;
  @Autowired TransactionTemplate transaction;

  @Test
  void news_about_a_child_and_the_childs_first_password_are_work_of_the_childrens_desk() {
    var family = new Family(context);
    var lan = family.guardian();
    var be = family.child(lan);
    var id = family.approved(lan, be);
    fails(MessageKind.CHILD_ACCOUNT_OPENED, id.value(), lan.id(), Channel.SMS);
    fails(MessageKind.FIRST_PASSWORD, be.id().value(), be.id(), Channel.EMAIL);
    fails(MessageKind.GUARDIANSHIP_ENDED, UUID.randomUUID(), lan.id(), Channel.EMAIL);
    assertThat(unreached.of(Family.officer(Role.REVIEWER)))
        .filteredOn(it -> it.guardian().equals(lan.id()))
        .allMatch(it -> it.application().equals(id))
        .extracting(Unreached::channel)
        .containsExactlyInAnyOrder("SMS", "EMAIL");
  }

  @Test
  void notices_to_somebody_with_an_account_are_work_of_the_office_that_opened_it() {
    var known = applicants.known();
    var file = applicants.submitted(known.typed()).id();
    approved(file, known.person());
    fails(MessageKind.ADJUSTMENT_RETURNED, UUID.randomUUID(), known.person(), Channel.EMAIL);
    fails(MessageKind.PASSWORD_CHANGED, UUID.randomUUID(), known.person(), Channel.SMS);
    fails(MessageKind.PASSWORD_CHANGED, UUID.randomUUID(), known.person(), Channel.SMS);
    assertThat(tasks(file)).as("once for each channel").containsExactlyInAnyOrder("EMAIL", "SMS");
    var nobody = applicants.known().person();
    fails(MessageKind.CONTACT_CHANGED, UUID.randomUUID(), nobody, Channel.SMS);
    assertThat(tasks(nobody)).as("no office opened an account for them").isZero();
    assertThat(trail(nobody)).as("it is known all the same").isEqualTo(1);
  }

  @Test
  void what_went_to_a_contact_the_account_has_no_more_is_nobodys_work() {
    var known = applicants.known();
    var file = applicants.submitted(known.typed()).id();
    approved(file, known.person());
    fails(MessageKind.CONTACT_CHANGED, known.person().value(), known.person(), Channel.SMS);
    fails(MessageKind.ACCOUNT_CLOSED, known.person().value(), known.person(), Channel.EMAIL);
    assertThat(tasks(file)).isEmpty();
  }

  @Test
  void news_about_a_childs_account_on_a_guardians_contact_is_work_of_the_childrens_desk() {
    var family = new Family(context);
    var lan = family.guardian();
    var be = family.child(lan);
    var id = family.approved(lan, be);
    fails(MessageKind.SIGNED_IN_ELSEWHERE, be.id().value(), be.id(), Channel.EMAIL);
    fails(MessageKind.PASSWORD_CHANGED, be.id().value(), be.id(), Channel.EMAIL);
    fails(MessageKind.PASSWORD_CHANGED, lan.id().value(), lan.id(), Channel.SMS);
    assertThat(unreached.of(Family.officer(Role.REVIEWER)))
        .filteredOn(it -> it.guardian().equals(lan.id()))
        .as("once for each channel, and not what is about the guardian's own")
        .allMatch(it -> it.application().equals(id))
        .extracting(Unreached::channel)
        .containsExactly("EMAIL");
  }

  private void approved(DeclarationId file, PersonId person) {
    sql.sql(
            """
            insert into review.decision
              (id, declaration_id, person_id, officer_id, office_code, kind, decided_at)
            values (:id, :file, :person, :officer, '07919', 'APPROVE', now())
            """)
        .param("id", Ids.next())
        .param("file", file.value())
        .param("person", person.value())
        .param("officer", Ids.next())
        .update();
  }

  private List<String> tasks(DeclarationId file) {
    return sql.sql("select channel from review.task where declaration_id = :file")
        .param("file", file.value())
        .query(String.class)
        .list();
  }

  private long tasks(PersonId person) {
    return sql.sql("select count(*) from review.task where person_id = :person")
        .param("person", person.value())
        .query(Long.class)
        .single();
  }

  private long trail(PersonId person) {
    return sql.sql(
            """
            select count(*) from audit.entry
            where action = 'MESSAGE_UNDELIVERABLE' and person_id = :person
            """)
        .param("person", person.value())
        .query(Long.class)
        .single();
  }

  private void fails(MessageKind kind, UUID subject, PersonId person, Channel channel) {
    var message =
        new Outgoing(
            Ids.next(), kind, subject, person, Locale.of("vi"), 1, "x", Content.sms("x"), null);
    transaction.executeWithoutResult(
        _ -> undeliverables.report(message, channel, DeliveryState.FAILED));
  }
}
