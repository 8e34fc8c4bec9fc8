package vn.ansinh.adjusting;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.identity.Phones;
import vn.ansinh.people.Address;
import vn.ansinh.registration.DeclarationCode;
import vn.ansinh.registration.Form01;
import vn.ansinh.registration.PrintedForms;

/** Form 01 of somebody who adjusts: its code, its office, and the form in print. */
@Component
class AdjustmentForms {

  private final Offices offices;
  private final PrintedForms forms;
  private final ItemValues values;

  AdjustmentForms(Offices offices, PrintedForms forms, ItemValues values) {
    this.offices = offices;
    this.forms = forms;
    this.values = values;
  }

  /** The one it has, after it was returned; else one that no other declaration has. */
  DeclarationCode code(Adjustment adjustment) {
    var code = adjustment.code();
    return code == null ? forms.newCode(adjustment.person(), adjustment.id()) : code;
  }

  /** The one that serves the ward; the highest for somebody without an address it knows. */
  Office office(@Nullable Address address) {
    return Optional.ofNullable(address)
        .flatMap(it -> offices.suggest(it.layer(), it.wardCode()).stream().findFirst())
        .or(() -> offices.roots().stream().findFirst())
        .orElseThrow(() -> new IllegalStateException("the catalogue knows no office"));
  }

  /** Empty until it is handed in, and once it is erased. */
  Optional<byte[]> print(Adjustment adjustment) {
    var declared = adjustment.declared();
    var code = adjustment.code();
    var day = adjustment.declaredOn();
    var effectiveOn = adjustment.effectiveOn();
    var office = adjustment.officeCode();
    if (declared == null || code == null || day == null || effectiveOn == null || office == null) {
      return Optional.empty();
    }
    var before = declared.before();
    var address = before.address();
    var contact = before.contactPerson();
    var phone = declared.phone();
    var form =
        new Form01(
            code.value(),
            day,
            purpose(declared),
            Form01.Applicant.PERSON,
            before.fullName(),
            declared.number(),
            before.papers().stream().findFirst().orElse(null),
            address == null ? null : forms.address(address),
            contact == null ? before.fullName() : contact,
            declared.email(),
            phone == null ? null : Phones.local(phone),
            effectiveOn,
            new Form01.Place.Portal(),
            forms.office(office),
            Form01.SubmissionMode.ONLINE,
            false,
            null,
            Form01.Copy.OFFICE,
            day);
    return Optional.of(forms.print(form));
  }

  private Form01.Purpose purpose(Declared declared) {
    var changes =
        declared.items().stream()
            .map(
                it ->
                    new Form01.Change(
                        it.onForm(),
                        values.onForm(it, declared.before()),
                        values.onForm(it, declared.after())))
            .toList();
    return new Form01.Purpose.Adjust(changes, declared.reason().onForm(), declared.note());
  }
}
