package vn.ansinh.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.Secrets;
import vn.ansinh.staff.SignInStore.Pending;

/** Sign-ins between the right password and the session: ten minutes, one session at most. */
@Component
class PendingSignIns {

  private static final Duration TIME_TO_FINISH = Duration.ofMinutes(10);
  private static final String PURPOSE = "staff.sign_in";

  private final SignInStore store;
  private final Secrets secrets;
  private final Clock clock;

  PendingSignIns(SignInStore store, Secrets secrets, Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** The value of the cookie; empty when the password was replaced since it was compared. */
  Optional<String> begin(Officer officer, String passwordHash, byte @Nullable [] offeredKey) {
    var ticket = new Ticket(Ids.next(), Secrets.token(32));
    var begun =
        store.begin(
            new SignInStore.Ticketed(
                ticket.id(), secrets.hash(PURPOSE, ticket.secret()), officer.id(), passwordHash),
            clock.instant().plus(TIME_TO_FINISH),
            offeredKey);
    return begun ? Optional.of(ticket.value()) : Optional.empty();
  }

  Optional<Pending> find(String value) {
    return Ticket.read(value)
        .flatMap(
            ticket ->
                store
                    .pending(ticket.id(), clock.instant())
                    .filter(it -> secrets.matches(PURPOSE, ticket.secret(), it.secretHash())));
  }

  /** Within a transaction: whether it may still be finished, and nobody resets it meanwhile. */
  boolean hold(Pending pending) {
    return store.hold(pending);
  }

  void secondFactorDone(Pending pending) {
    store.secondFactorDone(pending.id(), clock.instant());
  }

  /** False when another request finished it first. */
  boolean finish(Pending pending) {
    return store.finish(pending.id());
  }
}
