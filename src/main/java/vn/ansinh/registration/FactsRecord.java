package vn.ansinh.registration;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.Phones;
import vn.ansinh.identity.Sex;
import vn.ansinh.people.Address;
import vn.ansinh.registration.DeclarationEvent.Change;

/**
 * Declared facts in the words of the form: how they are stored, prefilled for a correction and
 * compared. Independent of the shape of other modules' records.
 */
record FactsRecord(
    Map<Field, String> fields, String language, boolean numberHidden, boolean verified) {

  static final String PORTAL = "PORTAL";
  static final String IVAN = "IVAN";

  private static final Set<Field> READ =
      EnumSet.of(Field.CITIZEN_CARD_CODE, Field.MACHINE_LINES, Field.INSURANCE_CARD_CODE);

  static FactsRecord of(DeclaredFacts facts) {
    var fields = new EnumMap<Field, String>(Field.class);
    fields.put(Field.APPLICANT_KIND, facts.kind().name());
    fields.put(Field.NUMBER, facts.socialInsuranceNumber());
    fields.put(Field.FULL_NAME, facts.fullName());
    fields.put(Field.BIRTH_DATE, facts.birthDate() == null ? "" : facts.birthDate().text());
    fields.put(Field.SEX, facts.sex() == null ? "" : facts.sex().name());
    fields.put(Field.PAPER_KIND, facts.paper().kind().name());
    fields.put(Field.PAPER_NUMBER, facts.paper().number());
    fields.put(Field.ADDRESS_LAYER, facts.address().layer().name());
    fields.put(Field.WARD_CODE, facts.address().wardCode());
    fields.put(Field.STREET, facts.address().street());
    fields.put(Field.CONTACT_PERSON, facts.contactPerson());
    fields.put(Field.PHONE, Phones.local(facts.phone()));
    fields.put(Field.EMAIL, blankIfNull(facts.email()));
    fields.put(Field.OFFICE_CODE, facts.officeCode());
    fields.put(Field.HAND_IN, facts.handIn().name());
    fields.put(Field.RECEIVES_BY_EMAIL, Boolean.toString(facts.receivesByEmail()));
    fields.put(Field.PLACE, facts.place().isPortal() ? PORTAL : IVAN);
    fields.put(Field.IVAN_CODE, blankIfNull(facts.place().ivanCode()));
    fields.put(Field.CITIZEN_CARD_CODE, blankIfNull(facts.codes().citizenCard()));
    fields.put(Field.MACHINE_LINES, blankIfNull(facts.codes().machineLines()));
    fields.put(Field.INSURANCE_CARD_CODE, blankIfNull(facts.codes().insuranceCard()));
    return new FactsRecord(
        fields,
        facts.language().getLanguage(),
        facts.numberHidden(),
        facts.verifiedByPopulationRegistry());
  }

  /** Everything was checked before; what is missing or unreadable is our own fault. */
  DeclaredFacts read() {
    return new DeclaredFacts(
        ApplicantKind.valueOf(get(Field.APPLICANT_KIND)),
        get(Field.NUMBER),
        numberHidden,
        get(Field.FULL_NAME),
        BirthDate.parse(get(Field.BIRTH_DATE)).orElse(null),
        get(Field.SEX).isEmpty() ? null : Sex.valueOf(get(Field.SEX)),
        new IdentityPaper(PaperKind.valueOf(get(Field.PAPER_KIND)), get(Field.PAPER_NUMBER)),
        new Address(
            Layer.valueOf(get(Field.ADDRESS_LAYER)), get(Field.WARD_CODE), get(Field.STREET)),
        get(Field.CONTACT_PERSON),
        Phones.normalize(get(Field.PHONE)).orElseThrow(),
        nullIfBlank(get(Field.EMAIL)),
        Boolean.parseBoolean(get(Field.RECEIVES_BY_EMAIL)),
        new TransactionPlace(nullIfBlank(get(Field.IVAN_CODE))),
        get(Field.OFFICE_CODE),
        HandIn.valueOf(get(Field.HAND_IN)),
        Locale.of(language),
        verified,
        new ReadCodes(
            nullIfBlank(get(Field.CITIZEN_CARD_CODE)),
            nullIfBlank(get(Field.MACHINE_LINES)),
            nullIfBlank(get(Field.INSURANCE_CARD_CODE))));
  }

  /** Field by field, of what is declared; numbers the look-up found stay masked. */
  Map<Field, Change> changesTo(FactsRecord after) {
    var changes = new EnumMap<Field, Change>(Field.class);
    for (var field : fields.keySet()) {
      if (!READ.contains(field) && !get(field).equals(after.get(field))) {
        changes.put(field, new Change(shown(field), after.shown(field)));
      }
    }
    return changes;
  }

  private String shown(Field field) {
    return field == Field.NUMBER && numberHidden ? MaskedNumber.of(get(field)) : get(field);
  }

  private String get(Field field) {
    return fields.getOrDefault(field, "");
  }

  private static String blankIfNull(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String nullIfBlank(String text) {
    return text.isEmpty() ? null : text;
  }
}
