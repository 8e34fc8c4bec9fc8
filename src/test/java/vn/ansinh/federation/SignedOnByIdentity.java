package vn.ansinh.federation;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Arrivals;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Device;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Sessions;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.StartedSession;
import vn.ansinh.people.People;
import vn.ansinh.platform.Mode;
import vn.ansinh.platform.PublicAddress;
import vn.ansinh.platform.Secrets;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

/** Lan has an account here and one at a provider, a real server that this process started. */
@LetterBoxTest
abstract class SignedOnByIdentity {

  static final String OWN = "chieu mua ben song";
  static final Locale VIETNAMESE = Locale.of("vi");

  @Autowired Departures departures;
  @Autowired IdentityEntry entry;
  @Autowired Links links;
  @Autowired Accounts accounts;
  @Autowired Sessions sessions;
  @Autowired Arrivals arrivals;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired Budgets budgets;
  @Autowired Secrets secrets;
  @Autowired PublicAddress address;
  @Autowired Mode mode;
  @Autowired TransactionTemplate transaction;
  @Autowired MeterRegistry meters;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  IdentityServer server;
  IdentitySignIn identities;
  Somebody lan;
  StartedSession started;
  String account;

  @BeforeEach
  void lan_has_an_account_here_and_there() {
    server = IdentityServer.leadingTo(address.of(Providers.PATH + "vneid/return"));
    server.does(IdentityServer.Fault.NONE);
    identities = by(bySecret());
    lan = Somebody.withAccount(people, accounts);
    started = arrivals.withOwnPassword(lan, OWN);
    account = "account-" + UUID.randomUUID();
    server.knows(account, claims(lan));
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
    server.does(IdentityServer.Fault.NONE);
    server.tellsOnlyAtUserInfo(false);
  }

  /** The service with a provider of the test's own. */
  IdentitySignIn by(FederationSettings.Provider provider) {
    var providers =
        new Providers(new FederationSettings(Map.of("vneid", provider)), address, mode, clock);
    return new IdentitySignIn(providers, departures, entry, budgets, secrets, transaction, meters);
  }

  FederationSettings.Provider bySecret() {
    return Settings.of(server.issuer(), Map.of());
  }

  Map<String, Object> claims(Somebody somebody) {
    // As VNeID writes names: in capitals, with the tone where its keyboard puts it.
    return Map.of(
        "so_dinh_danh",
        somebody.person().personalId(),
        "ho_ten",
        "NGUYỄN THỊ HÒA MẪU",
        "ngay_sinh",
        "15/01/1990",
        "muc_do",
        2);
  }

  /** Lan's, but for one. */
  void knowsLanWith(String claim, Object value) {
    var claims = new HashMap<>(claims(lan));
    claims.put(claim, value);
    server.knows(account, claims);
  }

  Device own() {
    return new Device("net-own", lan.device().name(), started.deviceSecret());
  }

  CitizenSession session() {
    return sessions.current(started.cookieValue()).orElseThrow();
  }

  /** A way to the provider and back. */
  record Trip(String cookie, Callback callback) {}

  Leaving.Left leave() {
    return (Leaving.Left) identities.leave("vneid", Somebody.anyDevice().network(), VIETNAMESE);
  }

  Trip trip() {
    var left = leave();
    return new Trip(left.cookie(), callback(Wanderer.bring(left.to(), account)));
  }

  static Callback callback(Map<String, String> brought) {
    return new Callback(
        brought.getOrDefault("code", ""),
        brought.getOrDefault("state", ""),
        brought.getOrDefault("iss", ""),
        brought.getOrDefault("error", ""));
  }

  Coming come(Trip trip, Device device) {
    return identities.come("vneid", trip.callback(), trip.cookie(), device);
  }

  Coming signIn(Device device) {
    return come(trip(), device);
  }

  /** Linked, and signed in on the own device. */
  StartedSession linked() {
    started = ((Coming.SignedIn) signIn(own())).session();
    return started;
  }

  List<LinkStore.Row> linksOf(Somebody somebody) {
    return links.at(somebody.id(), "vneid").stream().toList();
  }

  long lines(String action, Somebody about) {
    return sql.sql(
            """
            select count(*) from audit.entry where action = :action and person_id = :person
            """)
        .param("action", action)
        .param("person", about.id().value())
        .query(Long.class)
        .single();
  }
}
