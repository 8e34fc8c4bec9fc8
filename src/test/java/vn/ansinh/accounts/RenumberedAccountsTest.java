package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Actor;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.people.NewPerson;
import vn.ansinh.people.People;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.people.Registered;
import vn.ansinh.people.Revised;
import vn.ansinh.people.Revision;
import vn.ansinh.people.Revisions;
import vn.ansinh.platform.PersonId;
import vn.ansinh.support.LetterBoxTest;

/** An account goes by the number the register knows its person by. */
@LetterBoxTest
class RenumberedAccountsTest {

  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Revisions revisions;
  @Autowired SignIn signIn;
  @Autowired SentSecrets letterBox;
  @Autowired TransactionTemplate transaction;

  @Test
  void somebody_with_a_personal_id_only_is_known_by_the_new_one() {
    var old = RegisterFixtures.personalId();
    var person = withAccount(null, old);
    var password = letterBox.firstPassword(person);
    var number = revise(person);
    var account = accounts.find(person).orElseThrow();
    assertThat(account.userName()).isEqualTo(number);
    assertThat(account.contacts()).as("as before").hasSize(1);
    assertThat(signIn.signIn(number, password, Somebody.anyDevice()))
        .isInstanceOf(SigningIn.MustSetPassword.class);
    assertThat(signIn.signIn(old, password, Somebody.anyDevice()))
        .isInstanceOf(SigningIn.Wrong.class);
  }

  @Test
  void somebody_with_a_social_insurance_number_keeps_it_as_user_name() {
    var number = RegisterFixtures.socialInsuranceNumber();
    var person = withAccount(number, RegisterFixtures.personalId());
    revise(person);
    assertThat(accounts.find(person).orElseThrow().userName()).isEqualTo(number);
  }

  private PersonId withAccount(@Nullable String socialInsuranceNumber, String personalId) {
    var mau = RegisterFixtures.mau();
    var added =
        people.add(
            new NewPerson(
                socialInsuranceNumber,
                personalId,
                mau.fullName(),
                mau.birthDate(),
                mau.sex(),
                List.of(),
                mau.address(),
                null,
                null,
                null,
                null,
                null,
                mau.nationality()),
            Actor.SYSTEM);
    var person = ((Registered.Added) added).id();
    accounts.open(
        person,
        socialInsuranceNumber == null ? personalId : socialInsuranceNumber,
        List.of(Contact.phone(Somebody.anyPhone())),
        Locale.of("vi"),
        Actor.SYSTEM);
    return person;
  }

  /** Another personal id, which is returned. */
  private String revise(PersonId person) {
    var number = RegisterFixtures.personalId();
    var paper = new IdentityPaper(PaperKind.CITIZEN_CARD, number);
    var revised =
        transaction.execute(
            _ ->
                revisions.revise(
                    person,
                    new Revision(null, null, null, paper, null, null),
                    _ -> true,
                    Actor.SYSTEM));
    assertThat(revised).isInstanceOf(Revised.Done.class);
    return number;
  }
}
