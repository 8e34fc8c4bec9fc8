package vn.ansinh.federation;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Device;
import vn.ansinh.accounts.Taking;
import vn.ansinh.platform.Secrets;

/**
 * Đăng nhập bằng tài khoản định danh điện tử: leaving for a provider, and coming back with what it
 * says. Nothing waits for the provider inside a transaction. Of any number of callers who bring the
 * same answer one is heard.
 */
@Service
public class IdentitySignIn {

  /** Wide, as homes and mobile operators share an address. */
  private static final Budget FROM_NETWORK =
      Budget.of("federation.network", 600, Duration.ofHours(1));

  private static final Budget ALTOGETHER =
      Budget.shared("federation.all", 200_000, Duration.ofHours(1));

  /** Of one account at a provider that is nobody here. */
  private static final Budget REFUSALS = Budget.of("federation.refused", 10, Duration.ofDays(1));

  private final Providers providers;
  private final Departures departures;
  private final IdentityEntry entry;
  private final Budgets budgets;
  private final Secrets secrets;
  private final TransactionOperations transaction;
  private final MeterRegistry meters;

  IdentitySignIn(
      Providers providers,
      Departures departures,
      IdentityEntry entry,
      Budgets budgets,
      Secrets secrets,
      TransactionOperations transaction,
      MeterRegistry meters) {
    this.providers = providers;
    this.departures = departures;
    this.entry = entry;
    this.budgets = budgets;
    this.secrets = secrets;
    this.transaction = transaction;
    this.meters = meters;
  }

  /** By name; empty where none is set up. */
  public List<IdentityProvider> providers() {
    return providers.all();
  }

  /** Of them, those who can give somebody a new password, as they say when one signed in there. */
  public List<IdentityProvider> recoverers() {
    return providers.recoverers();
  }

  public Optional<IdentityProvider> provider(String id) {
    return providers.find(id).map(OpenIdProvider::face);
  }

  /**
   * @param network the caller's network address, for the budget only
   */
  public Leaving leave(String id, String network, Locale language) {
    return leave(providers.find(id), Purpose.SIGN_IN, network, language);
  }

  /**
   * As {@link #leave}, for who has forgotten the password: number and contact are asked of nobody,
   * and what an account is like is told to nobody before the provider has proved who it is.
   */
  public Leaving leaveToRecover(String id, String network, Locale language) {
    return leave(
        providers.find(id).filter(OpenIdProvider::tellsWhen), Purpose.RECOVER, network, language);
  }

  private Leaving leave(
      Optional<OpenIdProvider> provider, Purpose purpose, String network, Locale language) {
    if (provider.isEmpty()) {
      return new Leaving.Unknown();
    }
    var spent = spent(FROM_NETWORK, network).or(() -> spent(ALTOGETHER, "all"));
    if (spent.isPresent()) {
      return new Leaving.TooMany(spent.get());
    }
    return leave(provider.get(), purpose, language);
  }

  private Leaving leave(OpenIdProvider provider, Purpose purpose, Locale language) {
    try {
      var cookie = Departures.next();
      var to = provider.leave(departures.of(cookie), purpose, language);
      departures.open(cookie, provider.face().id(), purpose);
      return new Leaving.Left(cookie, to, provider.face());
    } catch (IOException e) {
      return new Leaving.Unavailable(provider.face());
    }
  }

  /**
   * @param cookie from {@link Leaving.Left}; empty where the browser has none
   */
  public Coming come(String id, Callback callback, String cookie, Device device) {
    var provider = providers.find(id);
    if (provider.isEmpty()) {
      return new Coming.Over();
    }
    var coming = come(provider.get(), callback, cookie, device);
    meters
        .counter("ansinh.federation", "provider", id, "outcome", coming.getClass().getSimpleName())
        .increment();
    return coming;
  }

  private Coming come(OpenIdProvider provider, Callback callback, String cookie, Device device) {
    // Another browser's answer, or one nobody asked for, uses up nothing of this one's.
    if (cookie.isEmpty()
        || !Secrets.same(departures.of(cookie).state().getValue(), callback.state())) {
      return new Coming.Over();
    }
    return departures
        .use(cookie, provider.face().id())
        .map(it -> come(provider, callback, departures.of(cookie), it, device))
        .orElseGet(Coming.Over::new);
  }

  private Coming come(
      OpenIdProvider provider,
      Callback callback,
      Departure departure,
      Departures.Left left,
      Device device) {
    try {
      if (!provider.sent(callback)) {
        return new Coming.Refused();
      }
    } catch (IOException e) {
      return new Coming.Unavailable();
    }
    if (!callback.error().isEmpty() || callback.code().isEmpty()) {
      return without(callback.error());
    }
    var anew = Optional.of(left.ago()).filter(_ -> left.purpose() == Purpose.RECOVER);
    return switch (provider.prove(callback.code(), departure, anew)) {
      case Proving.Proved(var identity) -> enter(provider, identity, left.purpose(), device);
      case Proving.Refused _, Proving.Unreadable _ -> new Coming.Refused();
      case Proving.Unavailable _ -> new Coming.Unavailable();
    };
  }

  private static Coming without(String error) {
    return switch (error) {
      case "access_denied" -> new Coming.Cancelled();
      case "server_error", "temporarily_unavailable" -> new Coming.Unavailable();
      default -> new Coming.Refused();
    };
  }

  private Coming enter(
      OpenIdProvider provider, ProvedIdentity identity, Purpose purpose, Device device) {
    int required = provider.face().requiredLevel();
    if (identity.level() < required) {
      return new Coming.LevelTooLow(identity.level(), required);
    }
    var subject = subject(provider, identity);
    var key = HexFormat.of().formatHex(subject);
    var refused = budgets.spentUntil(REFUSALS, key);
    if (refused.isPresent()) {
      return new Coming.TooMany(refused.get());
    }
    var shown = new IdentityEntry.Shown(provider.face().id(), subject, identity);
    var coming =
        Objects.requireNonNull(
            transaction.execute(
                _ ->
                    switch (purpose) {
                      case SIGN_IN -> entry.enter(shown, device);
                      case RECOVER -> entry.recover(shown);
                    }));
    // Each of them is a line on the trail, and a ticket takes the place of the one before.
    if (purpose == Purpose.RECOVER
        || coming instanceof Coming.NotMatched
        || coming instanceof Coming.Frozen
        || coming instanceof Coming.Stopped) {
      var _ = budgets.take(REFUSALS, key);
    }
    return coming;
  }

  /**
   * Going on in spite of the warning.
   *
   * @param waiting from {@link Coming.MustConfirm}
   */
  public Coming arrive(String waiting, Device device) {
    return Objects.requireNonNull(transaction.execute(_ -> entry.arrive(waiting, device)));
  }

  private byte[] subject(OpenIdProvider provider, ProvedIdentity identity) {
    return secrets.hash(
        "federation-subject",
        provider.face().id() + "|" + provider.issuer() + "|" + identity.subject());
  }

  private Optional<Instant> spent(Budget budget, String key) {
    return budgets.take(budget, key) instanceof Taking.Spent(var until)
        ? Optional.of(until)
        : Optional.empty();
  }
}
