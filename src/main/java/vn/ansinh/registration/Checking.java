package vn.ansinh.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.OneTimeCodes;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.CodeList;
import vn.ansinh.catalogue.CodeLists;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.files.Safety;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityDocuments;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.NumberCheck;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.Sex;
import vn.ansinh.people.Address;
import vn.ansinh.platform.Secrets;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.StoredDraft.Found;

/** Judges a whole draft: either facts that can be declared, or what stands in the way. */
@Component
class Checking {

  /**
   * @param facts absent unless complete
   */
  record Checked(Completeness completeness, @Nullable DeclaredFacts facts) {}

  private static final int LONGEST_STREET = 200;

  /** Decided by notice S3 (rule R16): younger children are registered by a parent. */
  private static final int LEAST_AGE = 15;

  private final AdministrativeUnits units;
  private final Offices offices;
  private final CodeLists codeLists;
  private final OneTimeCodes codes;
  private final Files files;
  private final Secrets secrets;
  private final Clock clock;

  Checking(
      AdministrativeUnits units,
      Offices offices,
      CodeLists codeLists,
      OneTimeCodes codes,
      Files files,
      Secrets secrets,
      Clock clock) {
    this.units = units;
    this.offices = offices;
    this.codeLists = codeLists;
    this.codes = codes;
    this.files = files;
    this.secrets = secrets;
    this.clock = clock;
  }

  Checked check(StoredDraft draft, Photos photos) {
    var form = new Reading(draft.content());
    var kind = form.choice(Field.APPLICANT_KIND, ApplicantKind.class);
    var found = found(draft);
    var number = number(form, found);
    var name = form.name(Field.FULL_NAME);
    var born = birthDate(form);
    var sex = form.isBlank(Field.SEX) ? null : form.choice(Field.SEX, Sex.class);
    var paper = paper(form, sex, born);
    var address = address(form);
    var contactPerson = form.name(Field.CONTACT_PERSON);
    var phone = form.phone();
    var email = form.email();
    if (form.isBlank(Field.EMAIL) && !codes.canSend(Channel.SMS)) {
      form.problem(Field.EMAIL, "NEEDED");
    }
    boolean verified = draft.isVerified(secrets);
    if (!verified) {
      photos(form, photos, paper);
    }
    refused(form, photos);
    var office = office(form);
    var handIn = handIn(form, kind);
    var place = place(form);
    var completeness = form.completeness();
    if (!completeness.isComplete()) {
      return new Checked(completeness, null);
    }
    return new Checked(
        completeness,
        new DeclaredFacts(
            sure(kind),
            sure(number),
            found.isPresent(),
            sure(name),
            born,
            sex,
            sure(paper),
            sure(address),
            sure(contactPerson),
            sure(phone),
            email,
            draft.content().isTicked(Field.RECEIVES_BY_EMAIL),
            sure(place),
            sure(office),
            sure(handIn),
            Locale.of(draft.content().language()),
            verified,
            codes(form)));
  }

  private static ReadCodes codes(Reading form) {
    return new ReadCodes(
        form.kept(Field.CITIZEN_CARD_CODE),
        form.kept(Field.MACHINE_LINES),
        form.kept(Field.INSURANCE_CARD_CODE));
  }

  private static Optional<Found> found(StoredDraft draft) {
    var token = draft.content().typed(Field.CANDIDATE);
    return draft.found().stream().filter(it -> it.token().equals(token)).findFirst();
  }

  private static @Nullable String number(Reading form, Optional<Found> found) {
    if (found.isPresent()) {
      return found.get().number();
    }
    if (!form.isBlank(Field.CANDIDATE)) {
      form.problem(Field.CANDIDATE, "UNKNOWN");
      return null;
    }
    return form.number(
        Field.NUMBER, IdentityDocuments.socialInsuranceNumber(form.typed(Field.NUMBER)));
  }

  private @Nullable BirthDate birthDate(Reading form) {
    if (form.isBlank(Field.BIRTH_DATE)) {
      return null;
    }
    var date = BirthDate.parse(form.typed(Field.BIRTH_DATE));
    if (date.isEmpty()) {
      form.problem(Field.BIRTH_DATE, "NOT_A_DATE");
      return null;
    }
    if (date.get().isAfter(today())) {
      form.problem(Field.BIRTH_DATE, "IN_THE_FUTURE");
    } else if (date.get().ageOn(today()) < LEAST_AGE) {
      form.problem(Field.BIRTH_DATE, "TOO_YOUNG");
    }
    return date.get();
  }

  private static @Nullable IdentityPaper paper(
      Reading form, @Nullable Sex sex, @Nullable BirthDate born) {
    var kind = form.choice(Field.PAPER_KIND, PaperKind.class);
    if (kind == null) {
      return null;
    }
    NumberCheck check = IdentityDocuments.check(kind, form.typed(Field.PAPER_NUMBER));
    var number = form.number(Field.PAPER_NUMBER, check);
    if (number == null) {
      return null;
    }
    var paper = new IdentityPaper(kind, number);
    IdentityDocuments.doubts(paper, sex, born)
        .forEach(it -> form.doubt(Field.PAPER_NUMBER, it.name()));
    return paper;
  }

  private @Nullable Address address(Reading form) {
    var layer = form.choice(Field.ADDRESS_LAYER, Layer.class);
    var street = form.line(Field.STREET, LONGEST_STREET);
    if (form.isBlank(Field.WARD_CODE)) {
      form.problem(Field.WARD_CODE, "EMPTY");
      return null;
    }
    var ward = form.typed(Field.WARD_CODE);
    if (layer == null || street == null) {
      return null;
    }
    if (units.path(layer, ward).isEmpty()) {
      form.problem(Field.WARD_CODE, "UNKNOWN");
      return null;
    }
    return new Address(layer, ward, street);
  }

  private static void photos(Reading form, Photos photos, @Nullable IdentityPaper paper) {
    if (photos.portrait() == null) {
      form.problem(Field.PORTRAIT, "EMPTY");
    }
    if (photos.paperFront() == null) {
      form.problem(Field.PAPER_FRONT, "EMPTY");
    }
    boolean hasBack = paper == null || paper.kind() != PaperKind.PASSPORT;
    if (hasBack && photos.paperBack() == null) {
      form.problem(Field.PAPER_BACK, "EMPTY");
    }
  }

  /** One still to be made safe is no problem: should it be refused later, it is asked for again. */
  private void refused(Reading form, Photos photos) {
    var safety = files.safety(photos.ids());
    for (var kind : FileKind.OF_DECLARATION) {
      var photo = photos.of(kind);
      if (photo != null && safety.get(photo) instanceof Safety.Unsafe(var reason)) {
        form.problem(Field.of(kind), reason.name());
      }
    }
  }

  private @Nullable String office(Reading form) {
    if (form.isBlank(Field.OFFICE_CODE)) {
      form.problem(Field.OFFICE_CODE, "EMPTY");
      return null;
    }
    var code = form.typed(Field.OFFICE_CODE);
    if (offices.open(code).isEmpty()) {
      form.problem(Field.OFFICE_CODE, offices.find(code).isEmpty() ? "UNKNOWN" : "CLOSED");
      return null;
    }
    return code;
  }

  private static @Nullable HandIn handIn(Reading form, @Nullable ApplicantKind kind) {
    var handIn = form.choice(Field.HAND_IN, HandIn.class);
    if (handIn == HandIn.THROUGH_EMPLOYER && kind == ApplicantKind.INDIVIDUAL) {
      form.problem(Field.HAND_IN, "ONLY_FOR_EMPLOYEES");
    }
    return handIn;
  }

  private @Nullable TransactionPlace place(Reading form) {
    return switch (form.typed(Field.PLACE)) {
      case FactsRecord.PORTAL -> TransactionPlace.PORTAL;
      case FactsRecord.IVAN -> provider(form);
      default -> {
        form.problem(Field.PLACE, form.isBlank(Field.PLACE) ? "EMPTY" : "UNKNOWN");
        yield null;
      }
    };
  }

  private @Nullable TransactionPlace provider(Reading form) {
    var code = form.typed(Field.IVAN_CODE);
    if (codeLists.find(CodeList.IVAN_PROVIDER, code, today()).isEmpty()) {
      form.problem(Field.IVAN_CODE, form.isBlank(Field.IVAN_CODE) ? "EMPTY" : "UNKNOWN");
      return null;
    }
    return new TransactionPlace(code);
  }

  private LocalDate today() {
    return VietnamTime.today(clock);
  }

  private static <T> T sure(@Nullable T value) {
    if (value == null) {
      throw new RegistrationException("a value is missing without a problem saying so");
    }
    return value;
  }
}
