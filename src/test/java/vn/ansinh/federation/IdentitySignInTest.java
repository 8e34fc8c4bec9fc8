package vn.ansinh.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.AccountClosings;
import vn.ansinh.accounts.Arriving;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Denials;
import vn.ansinh.accounts.Device;
import vn.ansinh.accounts.FactorChange;
import vn.ansinh.accounts.KnownDevice;
import vn.ansinh.accounts.KnownDevices;
import vn.ansinh.accounts.LostContacts;
import vn.ansinh.accounts.NewDevices;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.Sending;
import vn.ansinh.accounts.SessionEnd;
import vn.ansinh.accounts.SignedInBy;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.Together;
import vn.ansinh.audit.Actor;

/** Signing in with an electronic identity, as its owner sees it. */
class IdentitySignInTest extends SignedOnByIdentity {

  @Autowired NewDevices newDevices;
  @Autowired KnownDevices knownDevices;
  @Autowired Denials denials;
  @Autowired LostContacts lostContacts;
  @Autowired AccountClosings closings;

  @Test
  void on_the_own_device_it_is_linked_and_signs_in_and_the_owner_is_told_of_both() {
    assertThat(signIn(own())).isInstanceOf(Coming.SignedIn.class);
    assertThat(linksOf(lan)).extracting(LinkStore.Row::level).containsExactly(2);
    assertThat(letterBox.factorNotices(lan.id()))
        .extracting(it -> it.what())
        .containsExactly(FactorChange.IDENTITY_LINKED);
    assertThat(letterBox.toldOfSignIn(lan.id())).as("phone and mail").hasSize(2);
    assertThat(lines("IDENTITY_LINKED", lan)).isOne();
    assertThat(lines("IDENTITY_USED", lan)).isOne();
  }

  @Test
  void the_devices_page_says_how_one_signed_in_and_with_which_level() {
    linked();
    assertThat(signedInBy()).isEqualTo(SignedInBy.identity("vneid", 2));
    knowsLanWith("muc_do", 3);
    var device = Somebody.anyDevice();
    started =
        ((Coming.SignedIn) identities.arrive(((Coming.MustConfirm) signIn(device)).entry(), device))
            .session();
    assertThat(signedInBy()).as("after the warning").isEqualTo(SignedInBy.identity("vneid", 3));
    transaction.executeWithoutResult(_ -> entry.voidAll(lan.id(), Actor.SYSTEM));
    var needed = (Coming.NeedsCode) signIn(Somebody.anyDevice());
    var sent = (Sending.Sent) newDevices.send(needed.entry(), VIETNAMESE, "net").orElseThrow();
    started =
        ((Arriving.Arrived)
                newDevices.redeem(needed.entry(), letterBox.code(sent.id()), Somebody.anyDevice()))
            .session();
    assertThat(signedInBy()).as("with a code").isEqualTo(SignedInBy.identity("vneid", 3));
    clock.advance(Duration.ofMinutes(2));
    started = arrivals.arrive(lan, OWN, Somebody.anyDevice());
    assertThat(signedInBy()).isEqualTo(SignedInBy.of(SignedInBy.Means.PASSWORD_AND_CODE));
  }

  private SignedInBy signedInBy() {
    return knownDevices.of(session(), own()).stream()
        .filter(KnownDevice::here)
        .findFirst()
        .orElseThrow()
        .by();
  }

  @Test
  void what_is_linked_needs_no_code_on_a_new_device() {
    linked();
    sessions.end(session());
    assertThat(signIn(Somebody.anyDevice())).isInstanceOf(Coming.SignedIn.class);
    assertThat(letterBox.toldOfSignIn(lan.id())).hasSize(2);
    assertThat(links.of(sessionOf(signIn(own()))).getFirst().lastUsedAt()).isNotNull();
  }

  private CitizenSession sessionOf(Coming coming) {
    var elsewhere =
        coming instanceof Coming.MustConfirm(var entry) ? identities.arrive(entry, own()) : coming;
    return sessions.current(((Coming.SignedIn) elsewhere).session().cookieValue()).orElseThrow();
  }

  @Test
  void r14_another_device_is_signed_out_after_a_warning_and_may_say_it_was_not_its_owner() {
    var first = linked();
    var device = Somebody.anyDevice();
    var entry = ((Coming.MustConfirm) signIn(device)).entry();
    assertThat(sessions.current(first.cookieValue())).as("until one goes on").isPresent();
    assertThat(newDevices.awaited(entry, device).orElseThrow().elsewhere()).isPresent();
    var arrived = (Coming.SignedIn) identities.arrive(entry, device);
    assertThat(sessions.current(arrived.session().cookieValue())).isPresent();
    assertThat(sessions.ending(first.cookieValue())).contains(SessionEnd.REPLACED);
    assertThat(identities.arrive(entry, device)).as("once").isInstanceOf(Coming.Over.class);
    assertThat(denials.denyReplacement(first.cookieValue())).isTrue();
    assertThat(linksOf(lan)).as("freezing voids it").isEmpty();
    assertThat(lines("IDENTITIES_VOIDED", lan)).isOne();
  }

  @Test
  void a_warning_that_waits_too_long_or_beyond_a_freeze_lets_nobody_in() {
    linked();
    var late = ((Coming.MustConfirm) signIn(Somebody.anyDevice())).entry();
    clock.advance(Duration.ofMinutes(16));
    assertThat(identities.arrive(late, Somebody.anyDevice())).isInstanceOf(Coming.Over.class);
    clock.reset();
    var frozen = ((Coming.MustConfirm) signIn(Somebody.anyDevice())).entry();
    denials.deny(letterBox.denial(lan.id()));
    assertThat(identities.arrive(frozen, Somebody.anyDevice())).isInstanceOf(Coming.Over.class);
    assertThat(identities.arrive("", Somebody.anyDevice())).isInstanceOf(Coming.Over.class);
  }

  @Test
  void r14_the_first_time_on_a_new_device_a_code_is_needed_and_only_then_it_is_linked() {
    var device = Somebody.anyDevice();
    var needed = (Coming.NeedsCode) signIn(device);
    assertThat(needed.elsewhere()).isTrue();
    assertThat(identities.arrive(needed.entry(), device))
        .as("the warning alone is not enough")
        .isInstanceOf(Coming.Over.class);
    assertThat(linksOf(lan)).isEmpty();
    var sent = (Sending.Sent) newDevices.send(needed.entry(), VIETNAMESE, "net").orElseThrow();
    assertThat(newDevices.redeem(needed.entry(), "000000x", device))
        .isInstanceOf(Arriving.NotYet.class);
    assertThat(linksOf(lan)).isEmpty();
    assertThat(newDevices.redeem(needed.entry(), letterBox.code(sent.id()), device))
        .isInstanceOf(Arriving.Arrived.class);
    assertThat(linksOf(lan)).hasSize(1);
    assertThat(sessions.ending(started.cookieValue())).contains(SessionEnd.REPLACED);
    assertThat(letterBox.toldOfSignIn(lan.id())).hasSize(2);
  }

  @Test
  void a_code_after_a_password_links_nothing() {
    var _ = (Coming.NeedsCode) signIn(Somebody.anyDevice());
    arrivals.arrive(lan, OWN, Somebody.anyDevice());
    assertThat(linksOf(lan)).isEmpty();
  }

  @Test
  void what_waits_goes_when_its_time_is_over() {
    var _ = (Coming.NeedsCode) signIn(Somebody.anyDevice());
    var _ = leave();
    clock.advance(Duration.ofMinutes(16));
    entry.sweep();
    departures.sweep();
    assertThat(
            sql.sql("select count(*) from federation.awaited where person_id = :person")
                .param("person", lan.id().value())
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            sql.sql("select count(*) from federation.departure where expires_at < :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void it_is_removed_with_the_password_and_the_owner_is_told() {
    linked();
    var id = links.of(session()).getFirst().id();
    assertThat(links.remove(session(), id, "sai", own())).isInstanceOf(Reauthenticated.Wrong.class);
    var stranger = Somebody.withAccount(people, accounts);
    var other = arrivals.withOwnPassword(stranger, OWN);
    assertThat(
            links.remove(
                sessions.current(other.cookieValue()).orElseThrow(), id, OWN, stranger.device()))
        .isEqualTo(new Reauthenticated.Done<>(false));
    assertThat(links.remove(session(), id, OWN, own())).isEqualTo(new Reauthenticated.Done<>(true));
    assertThat(linksOf(lan)).isEmpty();
    assertThat(letterBox.factorNotices(lan.id()).getLast().what())
        .isEqualTo(FactorChange.IDENTITY_UNLINKED);
    assertThat(signIn(Somebody.anyDevice()))
        .as("from now on it begins anew")
        .isInstanceOf(Coming.NeedsCode.class);
  }

  @Test
  void who_waits_at_the_warning_while_the_link_is_removed_does_not_come_in() {
    linked();
    var device = Somebody.anyDevice();
    var entry = ((Coming.MustConfirm) signIn(device)).entry();
    var id = links.of(session()).getFirst().id();
    assertThat(links.remove(session(), id, OWN, own())).isEqualTo(new Reauthenticated.Done<>(true));
    assertThat(identities.arrive(entry, device)).isInstanceOf(Coming.Over.class);
  }

  @Test
  void one_given_back_at_the_office_has_no_link() {
    linked();
    var other = Contact.email(Somebody.anyEmail());
    assertThat(lostContacts.replace(lan.id(), other, Actor.SYSTEM))
        .isInstanceOf(LostContacts.Replacing.Replaced.class);
    assertThat(linksOf(lan)).isEmpty();
    assertThat(signIn(own()))
        .as("before there is a password of one's own again")
        .isInstanceOf(Coming.NotMatched.class);
  }

  @Test
  void a_closed_account_has_no_link_and_is_not_entered() {
    linked();
    transaction.executeWithoutResult(
        _ -> closings.close(closings.hold(lan.id()).orElseThrow(), Actor.of(lan.id())));
    assertThat(linksOf(lan)).isEmpty();
    assertThat(signIn(own())).isInstanceOf(Coming.Stopped.class);
  }

  @Test
  void whatever_comes_of_racing_with_one_answer_one_is_signed_in() throws Exception {
    linked();
    sessions.end(session());
    var trip = trip();
    var comings = Together.run(16, _ -> come(trip, own()));
    assertThat(comings).filteredOn(Coming.SignedIn.class::isInstance).hasSize(1);
    assertThat(comings).filteredOn(Coming.Over.class::isInstance).hasSize(15);
  }

  @Test
  void one_account_at_the_provider_is_linked_to_one_person_however_many_race_for_it()
      throws Exception {
    var minh = Somebody.withAccount(people, accounts);
    var minhs = arrivals.withOwnPassword(minh, OWN);
    var minhsDevice = new Device("net-minh", minh.device().name(), minhs.deviceSecret());
    for (int round = 0; round < 10; round++) {
      var subject = secrets.hash("test", UUID.randomUUID().toString());
      var comings =
          Together.run(
              2,
              number ->
                  number == 0 ? enter(lan, subject, own()) : enter(minh, subject, minhsDevice));
      assertThat(comings).filteredOn(Coming.SignedIn.class::isInstance).hasSize(1);
      assertThat(linksOf(lan).size() + linksOf(minh).size()).isEqualTo(1);
      transaction.executeWithoutResult(
          _ -> {
            entry.voidAll(lan.id(), Actor.SYSTEM);
            entry.voidAll(minh.id(), Actor.SYSTEM);
          });
    }
  }

  private Coming enter(Somebody somebody, byte[] subject, Device device) {
    var identity =
        new ProvedIdentity(
            "one",
            somebody.person().personalId(),
            somebody.person().fullName(),
            somebody.person().birthDate(),
            2);
    return transaction.execute(
        _ -> entry.enter(new IdentityEntry.Shown("vneid", subject, identity), device));
  }

  @Test
  void facts_may_stand_at_user_info_alone() {
    server.tellsOnlyAtUserInfo(true);
    assertThat(signIn(own())).isInstanceOf(Coming.SignedIn.class);
  }

  @Test
  void a_provider_may_know_us_by_a_key(@TempDir Path folder) throws Exception {
    var key = new ECKeyGenerator(Curve.P_256).keyID("ours").generate();
    var file = folder.resolve("key.json");
    Files.writeString(file, key.toJSONString());
    server.trusts(key);
    identities =
        by(
            Settings.of(
                server.issuer(),
                Map.of(
                    "client-id",
                    IdentityServer.CLIENT_BY_KEY,
                    "client-key-file",
                    file.toString())));
    assertThat(signIn(own())).isInstanceOf(Coming.SignedIn.class);
    server.trusts(new ECKeyGenerator(Curve.P_256).keyID("ours").generate());
    identities =
        by(
            Settings.of(
                server.issuer(),
                Map.of(
                    "client-id",
                    IdentityServer.CLIENT_BY_KEY,
                    "client-key-file",
                    Files.writeString(
                            file,
                            new ECKeyGenerator(Curve.P_256)
                                .keyID("theirs")
                                .generate()
                                .toJSONString())
                        .toString())));
    assertThat(signIn(own())).isInstanceOf(Coming.Refused.class);
  }
}
