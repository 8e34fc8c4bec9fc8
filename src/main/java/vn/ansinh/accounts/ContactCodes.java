package vn.ansinh.accounts;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The two codes of a change of a contact: where they go, and what came of typing them. */
@Component
class ContactCodes {

  private final AccountStore accounts;
  private final OneTimeCodes codes;

  ContactCodes(AccountStore accounts, OneTimeCodes codes) {
    this.accounts = accounts;
    this.codes = codes;
  }

  boolean canSend(Channel channel) {
    return codes.canSend(channel);
  }

  /** The code of the present step; empty when none can be sent. */
  Optional<Sending> send(ContactChange change, Locale language, String network) {
    return switch (change.step()) {
      case NEW_CONTACT ->
          Optional.of(
              codes.send(CodePurpose.NEW_CONTACT, change.id(), change.wanted(), language, network));
      case OLD_CONTACT ->
          old(change)
              .map(it -> codes.send(CodePurpose.OLD_CONTACT, change.id(), it, language, network));
      case BRAKE -> Optional.empty();
    };
  }

  Redeeming redeemNew(ContactChange change, String typed) {
    return codes.redeem(CodePurpose.NEW_CONTACT, change.id(), change.wanted(), typed);
  }

  Redeeming redeemOld(ContactChange change, String typed) {
    return old(change)
        .map(it -> codes.redeem(CodePurpose.OLD_CONTACT, change.id(), it, typed))
        .orElseGet(Redeeming.None::new);
  }

  OpenChange shown(ContactChange change) {
    return switch (change.step()) {
      case NEW_CONTACT ->
          new OpenChange.AwaitsNew(
              change.wanted(), codes.state(CodePurpose.NEW_CONTACT, change.id(), change.wanted()));
      case OLD_CONTACT -> {
        var old = old(change);
        yield new OpenChange.AwaitsOld(
            change.wanted(),
            old,
            old.flatMap(it -> codes.state(CodePurpose.OLD_CONTACT, change.id(), it)));
      }
      case BRAKE -> new OpenChange.Braked(change.wanted(), change.dueAt());
    };
  }

  /**
   * Where the code goes that proves the holder's will: to the contact that is replaced, or to the
   * other one where there is none or nothing can be sent there.
   */
  private Optional<Contact> old(ContactChange change) {
    var changed = change.wanted().channel();
    return accounts
        .find(change.person())
        .flatMap(
            account ->
                account
                    .contact(changed)
                    .filter(it -> canSend(it.channel()))
                    .or(
                        () ->
                            account.contacts().stream()
                                .filter(it -> it.channel() != changed)
                                .filter(it -> canSend(it.channel()))
                                .findFirst()));
  }
}
