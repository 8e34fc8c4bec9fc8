package vn.ansinh.stopping;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Account;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Contact;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.identity.Phones;
import vn.ansinh.people.Address;
import vn.ansinh.people.People;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.DeclarationCode;
import vn.ansinh.registration.Form01;
import vn.ansinh.registration.PrintedForms;

/** What Form 01 says of somebody who stops, from the register, and the form in print. */
@Component
class StoppingForms {

  private final People people;
  private final Offices offices;
  private final PrintedForms forms;
  private final StopReasons reasons;

  StoppingForms(People people, Offices offices, PrintedForms forms, StopReasons reasons) {
    this.people = people;
    this.offices = offices;
    this.forms = forms;
    this.reasons = reasons;
  }

  DeclarationCode newCode(Stopping stopping) {
    return forms.newCode(stopping.person(), stopping.id());
  }

  StopContent content(Account account, String note, boolean formByEmail) {
    var person = people.find(account.person()).orElseThrow();
    return new StopContent(
        note,
        person.fullName(),
        person.number(),
        person.papers().stream().findFirst().orElse(null),
        person.address(),
        address(account, Channel.SMS),
        address(account, Channel.EMAIL),
        office(person.address()).code(),
        formByEmail);
  }

  /** Empty unless it is declared and not cancelled. */
  Optional<byte[]> print(Stopping stopping) {
    var content = stopping.content();
    var code = stopping.code();
    var day = stopping.declaredOn();
    if (content == null || code == null || day == null) {
      return Optional.empty();
    }
    var address = content.address();
    var phone = content.phone();
    var form =
        new Form01(
            code.value(),
            day,
            new Form01.Purpose.Stop(
                onForm(stopping.reason(), day), content.note(), stopping.dueAt()),
            Form01.Applicant.PERSON,
            content.fullName(),
            content.number(),
            content.paper(),
            address == null ? null : forms.address(address),
            content.fullName(),
            content.email(),
            phone == null ? null : Phones.local(phone),
            VietnamTime.date(stopping.dueAt()),
            new Form01.Place.Portal(),
            forms.office(content.officeCode()),
            Form01.SubmissionMode.ONLINE,
            false,
            null,
            Form01.Copy.OFFICE,
            VietnamTime.date(stopping.dueAt()));
    return Optional.of(forms.print(form));
  }

  private String onForm(String reason, LocalDate day) {
    return reasons.find(reason, day).map(StopReason::vietnamese).orElse(reason);
  }

  /** The one that serves the ward; the highest for somebody without an address it knows. */
  private Office office(@Nullable Address address) {
    return Optional.ofNullable(address)
        .flatMap(it -> offices.suggest(it.layer(), it.wardCode()).stream().findFirst())
        .or(() -> offices.roots().stream().findFirst())
        .orElseThrow(() -> new IllegalStateException("the catalogue knows no office"));
  }

  private static @Nullable String address(Account account, Channel channel) {
    return account.contact(channel).map(Contact::address).orElse(null);
  }
}
