package vn.ansinh.console.recovery;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Contact;
import vn.ansinh.console.Names;
import vn.ansinh.identity.EmailAddresses;
import vn.ansinh.identity.Phones;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.review.AccountRecoveries;
import vn.ansinh.review.AccountRecovery;
import vn.ansinh.review.FoundAccount;
import vn.ansinh.review.SeenPaper;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Officers;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Puts the page of recoveries into words. */
@Component
class AccountRecoveryScreen {

  private final AccountRecoveries recoveries;
  private final People people;
  private final Officers officers;
  private final Texts texts;

  AccountRecoveryScreen(
      AccountRecoveries recoveries, People people, Officers officers, Texts texts) {
    this.recoveries = recoveries;
    this.people = people;
    this.officers = officers;
    this.texts = texts;
  }

  AccountRecoveriesPage of(
      AccountRecoveryForm form,
      FoundAccount.@Nullable Found found,
      @Nullable String done,
      Problems problems,
      Officer officer,
      Locale language) {
    var names = new Names(officers);
    return new AccountRecoveriesPage(
        form.typedNumber(),
        found == null ? null : found(form, found, language),
        recoveries.waiting(officer).stream().map(it -> row(it, names, officer, language)).toList(),
        done,
        problems);
  }

  private AccountRecoveriesPage.Found found(
      AccountRecoveryForm form, FoundAccount.Found found, Locale language) {
    var person = found.person();
    var contacts =
        found.account().contacts().stream()
            .map(AccountRecoveryScreen::masked)
            .collect(Collectors.joining(", "));
    return new AccountRecoveriesPage.Found(
        person.id().value().toString(),
        person.fullName(),
        person.birthDate().text(),
        person.papers().stream()
            .map(it -> texts.of(language, "recovery.paper." + it.kind()) + " " + it.number())
            .toList(),
        contacts,
        form.typedContact(),
        form.seen().map(SeenPaper::name).orElse(null),
        form.isChecked(),
        Arrays.stream(SeenPaper.values())
            .map(it -> new Option(it.name(), paper(it, language)))
            .toList());
  }

  private AccountRecoveriesPage.Row row(
      AccountRecovery recovery, Names names, Officer officer, Locale language) {
    boolean mine = recovery.proposedBy().equals(officer.id());
    return new AccountRecoveriesPage.Row(
        AccountRecoveryPages.PATH + "/" + recovery.id(),
        people.find(recovery.person()).map(Person::fullName).orElse("–"),
        paper(recovery.paper(), language),
        masked(recovery.contact()),
        names.of(recovery.proposedBy()),
        VietnamTime.show(recovery.proposedAt()),
        VietnamTime.show(recovery.expiresAt()),
        mine,
        !mine && officer.may(Permission.DECIDE));
  }

  private String paper(SeenPaper paper, Locale language) {
    return texts.of(language, "recovery.paper." + paper);
  }

  private static String masked(Contact contact) {
    return contact.channel() == Channel.SMS
        ? Phones.masked(contact.address())
        : EmailAddresses.masked(contact.address());
  }
}
