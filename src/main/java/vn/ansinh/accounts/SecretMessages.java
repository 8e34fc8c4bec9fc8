package vn.ansinh.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.PersonId;

/**
 * The messages whose content nobody but the addressee may read. Implemented by the module that
 * delivers; called inside the transaction that makes the secret, so that there is no secret without
 * its message. What is kept for sending is sealed and erased after delivery; it never travels in an
 * event.
 */
public interface SecretMessages {

  /** Whether this installation can send by the channel at all. */
  boolean canSend(Channel channel);

  /**
   * @param codeId to be named in {@link OneTimeCodes#handedOff} once the message has left
   * @param holder the person, where one is known
   */
  void sendCode(UUID codeId, @Nullable PersonId holder, Contact to, String code, Locale language);

  /**
   * Somebody has signed in on a device the account did not know, or beside another.
   *
   * @param to every contact of the person
   * @param denial lets its holder freeze the account; nobody else may see it
   */
  void tellOfSignIn(
      PersonId person,
      List<Contact> to,
      String deviceName,
      Instant at,
      String denial,
      Locale language);

  /**
   * The password was changed by somebody who was signed in and knew the old one.
   *
   * @param to every contact of the person
   * @param denial lets its holder freeze the account; nobody else may see it
   */
  void tellOfPasswordChange(
      PersonId person, List<Contact> to, Instant at, String denial, Locale language);

  /**
   * A contact of the account will be another one, or is it already.
   *
   * @param to every contact that does not come by it, the replaced one included
   * @param wanted the new one; the message shows as much of it as its owner needs
   * @param takesEffectAt by itself at this moment; absent when it has
   * @param denial stops it where it has not taken effect, and freezes the account
   */
  void tellOfContactChange(
      PersonId person,
      List<Contact> to,
      Contact wanted,
      @Nullable Instant takesEffectAt,
      String denial,
      Locale language);

  /**
   * A way to sign in was added, removed, used up or refused.
   *
   * @param to every contact of the person
   * @param denial lets its holder freeze the account; nobody else may see it
   */
  void tellOfFactor(
      PersonId person,
      List<Contact> to,
      FactorChange what,
      Instant at,
      String denial,
      Locale language);

  /**
   * The account will be closed, as somebody declared who knew the password and a code.
   *
   * @param to every contact of the person
   * @param denial stops it and freezes the account; nobody else may see it
   */
  void tellOfClosing(
      PersonId person, List<Contact> to, Instant closesAt, String denial, Locale language);

  /**
   * It will not be closed after all, as somebody said who was signed in.
   *
   * @param to every contact of the person
   * @param denial lets its holder freeze the account; nobody else may see it
   */
  void tellOfClosingCancelled(PersonId person, List<Contact> to, String denial, Locale language);

  /** It is closed; the last message to these contacts. */
  void tellOfClosed(PersonId person, List<Contact> to, Locale language);

  void sendFirstPassword(
      PersonId person, Contact to, String firstPassword, Instant validUntil, Locale language);
}
