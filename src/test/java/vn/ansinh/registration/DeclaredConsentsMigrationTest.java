package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.consents.Consent;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.platform.PersonId;
import vn.ansinh.support.LetterBoxTest;

/** The tick on Form 01 was consent before consents were taken down, and counts as such. */
@LetterBoxTest
class DeclaredConsentsMigrationTest {

  static final Said SAID = new Said(Place.STATUS_PAGE, "Firefox, Linux", "vi");

  @Autowired Applicants applicants;
  @Autowired Declarations declarations;
  @Autowired Consents consents;
  @Autowired JavaMigration takeDeclaredConsents;
  @Autowired DataSource database;
  @Autowired JdbcClient sql;

  @Test
  void what_was_ticked_on_the_form_stands_and_can_be_withdrawn() throws Exception {
    var ticked = applicants.submitted(Applicants.stranger()).id();
    var unticked =
        applicants
            .submitted(Applicants.typing(Applicants.stranger(), Field.RECEIVES_BY_EMAIL, ""))
            .id();
    withoutWords(ticked);
    assertThat(mailed(ticked)).isFalse();
    run();
    run();
    assertThat(mailed(ticked)).isTrue();
    assertThat(mailed(unticked)).isFalse();
    assertThat(consents.of(ticked.value())).singleElement().satisfies(this::isTheDeclarations);
    assertThat(consents.withdrawUnsigned(ticked.value(), Purpose.FORM_BY_EMAIL, SAID)).isTrue();
    run();
    assertThat(mailed(ticked)).as("withdrawn stays withdrawn").isFalse();
  }

  @Test
  void for_an_account_that_is_closed_or_was_opened_later_an_old_one_says_nothing()
      throws Exception {
    for (var after : List.of("closed_at = now()", "opened_at = opened_at + interval '8 days'")) {
      var person = approved(applicants.known());
      sql.sql("update accounts.account set " + after + " where person_id = :person")
          .param("person", person.value())
          .update();
      run();
      assertThat(consents.of(person.value())).as(after).isEmpty();
    }
  }

  @Test
  void of_several_approved_ones_only_the_newest_speaks() throws Exception {
    var known = applicants.known();
    var person = approved(known);
    var other =
        applicants
            .submitted(Applicants.typing(Applicants.stranger(), Field.RECEIVES_BY_EMAIL, ""))
            .id();
    decided(other, person, "1 minute");
    run();
    assertThat(consents.of(person.value())).as("the newest is not ticked").isEmpty();
    decided(other, person, "-1 minute");
    run();
    assertThat(consents.stands(person.value(), Purpose.FORM_BY_EMAIL)).isTrue();
  }

  @Test
  void of_an_approved_one_it_is_the_persons_as_long_as_there_is_an_account() throws Exception {
    var known = applicants.known();
    var id = applicants.submitted(known.typed()).id();
    approve(id, known.person());
    run();
    assertThat(consents.stands(known.person().value(), Purpose.FORM_BY_EMAIL)).isTrue();
    assertThat(mailed(id)).isTrue();
  }

  private PersonId approved(Applicants.Known known) {
    approve(applicants.submitted(known.typed()).id(), known.person());
    return known.person();
  }

  private void approve(DeclarationId id, PersonId person) {
    declarations.startReview(id, Applicants.OFFICER);
    var version = declarations.find(id).orElseThrow().version();
    declarations.approve(id, version, Applicants.OFFICER, person);
    sql.sql("delete from consents.consent where holder_id = :person")
        .param("person", person.value())
        .update();
  }

  /** As if approved for the same person, so long after the account was opened. */
  private void decided(DeclarationId id, PersonId person, String later) {
    withoutWords(id);
    sql.sql(
            """
            update registration.declaration
            set status = 'APPROVED', matched_person_id = :person,
              decided_at = (select opened_at + cast(:later as interval)
                            from accounts.account where person_id = :person)
            where id = :id
            """)
        .param("id", id.value())
        .param("person", person.value())
        .param("later", later)
        .update();
  }

  private void isTheDeclarations(Consent consent) {
    assertThat(consent.given().place()).isEqualTo(Place.DECLARATION);
    assertThat(consent.wording()).isZero();
  }

  private boolean mailed(DeclarationId id) {
    return declarations.recipient(id).orElseThrow().receivesByEmail();
  }

  private void withoutWords(DeclarationId id) {
    sql.sql("delete from consents.consent where holder_id = :id").param("id", id.value()).update();
  }

  private void run() throws Exception {
    takeDeclaredConsents.migrate(
        new Context() {
          @Override
          public Configuration getConfiguration() {
            var configuration = new ClassicConfiguration();
            configuration.setDataSource(database);
            return configuration;
          }

          @Override
          public Connection getConnection() {
            throw new UnsupportedOperationException();
          }
        });
  }
}
