package vn.ansinh.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import vn.ansinh.platform.PersonId;

/** The addressees' letter boxes: what was sent to whom, for tests that play the person. */
public final class SentSecrets implements SecretMessages {

  private final Map<UUID, String> codes = new ConcurrentHashMap<>();
  private final Map<String, String> newest = new ConcurrentHashMap<>();
  private final Map<PersonId, Contact> firstPasswordTo = new ConcurrentHashMap<>();
  private final Map<PersonId, String> firstPasswords = new ConcurrentHashMap<>();
  private final Map<PersonId, String> denials = new ConcurrentHashMap<>();
  private final Map<PersonId, List<Contact>> toldOfSignIn = new ConcurrentHashMap<>();
  private volatile boolean withoutSms;

  @Override
  public boolean canSend(Channel channel) {
    return !withoutSms || channel == Channel.EMAIL;
  }

  /** As an installation that has declared to send no SMS. */
  public void withoutSms(boolean without) {
    withoutSms = without;
  }

  @Override
  public void sendCode(
      UUID codeId, @Nullable PersonId holder, Contact to, String code, Locale language) {
    codes.put(codeId, code);
    newest.put(to.address(), code);
  }

  @Override
  public void tellOfSignIn(
      PersonId person,
      List<Contact> to,
      String deviceName,
      Instant at,
      String denial,
      Locale language) {
    denials.put(person, denial);
    toldOfSignIn.put(person, to);
  }

  /** The link in the newest notice of a sign-in. */
  public String denial(PersonId person) {
    return denials.get(person);
  }

  public List<Contact> toldOfSignIn(PersonId person) {
    return toldOfSignIn.getOrDefault(person, List.of());
  }

  private final Map<PersonId, List<Contact>> toldOfPassword = new ConcurrentHashMap<>();

  @Override
  public void tellOfPasswordChange(
      PersonId person, List<Contact> to, Instant at, String denial, Locale language) {
    denials.put(person, denial);
    toldOfPassword.put(person, to);
  }

  public List<Contact> toldOfPassword(PersonId person) {
    return toldOfPassword.getOrDefault(person, List.of());
  }

  /** One notice of a change of a contact. */
  public record ContactNotice(List<Contact> to, Contact wanted, @Nullable Instant takesEffectAt) {}

  private final Map<PersonId, List<ContactNotice>> contactNotices = new ConcurrentHashMap<>();

  @Override
  public void tellOfContactChange(
      PersonId person,
      List<Contact> to,
      Contact wanted,
      @Nullable Instant takesEffectAt,
      String denial,
      Locale language) {
    denials.put(person, denial);
    contactNotices
        .computeIfAbsent(person, _ -> new CopyOnWriteArrayList<>())
        .add(new ContactNotice(to, wanted, takesEffectAt));
  }

  /** The first comes first. */
  public List<ContactNotice> contactNotices(PersonId person) {
    return contactNotices.getOrDefault(person, List.of());
  }

  /** One notice of a way to sign in. */
  public record FactorNotice(List<Contact> to, FactorChange what) {}

  private final Map<PersonId, List<FactorNotice>> factorNotices = new ConcurrentHashMap<>();

  @Override
  public void tellOfFactor(
      PersonId person,
      List<Contact> to,
      FactorChange what,
      Instant at,
      String denial,
      Locale language) {
    denials.put(person, denial);
    factorNotices
        .computeIfAbsent(person, _ -> new CopyOnWriteArrayList<>())
        .add(new FactorNotice(to, what));
  }

  /** The first comes first. */
  public List<FactorNotice> factorNotices(PersonId person) {
    return factorNotices.getOrDefault(person, List.of());
  }

  private final Map<PersonId, List<String>> closingNotices = new ConcurrentHashMap<>();
  private final Map<PersonId, List<Contact>> toldOfClosing = new ConcurrentHashMap<>();

  @Override
  public void tellOfClosing(
      PersonId person, List<Contact> to, Instant closesAt, String denial, Locale language) {
    denials.put(person, denial);
    noteClosing(person, to, "announced for " + closesAt);
  }

  @Override
  public void tellOfClosingCancelled(
      PersonId person, List<Contact> to, String denial, Locale language) {
    denials.put(person, denial);
    noteClosing(person, to, "cancelled");
  }

  private volatile boolean closedNoticesFail;

  /** As a process that dies in the middle. */
  public void closedNoticesFail(boolean fail) {
    closedNoticesFail = fail;
  }

  @Override
  public void tellOfClosed(PersonId person, List<Contact> to, Locale language) {
    if (closedNoticesFail) {
      throw new IllegalStateException("cut off");
    }
    noteClosing(person, to, "closed");
  }

  private void noteClosing(PersonId person, List<Contact> to, String what) {
    toldOfClosing.put(person, to);
    closingNotices.computeIfAbsent(person, _ -> new CopyOnWriteArrayList<>()).add(what);
  }

  /** What was said about the end of the account, the first comes first. */
  public List<String> closingNotices(PersonId person) {
    return closingNotices.getOrDefault(person, List.of());
  }

  public List<Contact> toldOfClosing(PersonId person) {
    return toldOfClosing.getOrDefault(person, List.of());
  }

  @Override
  public void sendFirstPassword(
      PersonId person, Contact to, String firstPassword, Instant validUntil, Locale language) {
    firstPasswords.put(person, firstPassword);
    firstPasswordTo.put(person, to);
  }

  public String code(CodeId id) {
    return codes.get(id.value());
  }

  public String newestCode(String address) {
    return newest.get(address);
  }

  public String firstPassword(PersonId person) {
    return firstPasswords.get(person);
  }

  public Contact firstPasswordWentTo(PersonId person) {
    return firstPasswordTo.get(person);
  }

  /** Puts the letter boxes in place of real delivery. */
  @TestConfiguration(proxyBeanMethods = false)
  public static class Configured {
    @Bean
    @Primary
    SentSecrets sentSecrets() {
      return new SentSecrets();
    }
  }
}
