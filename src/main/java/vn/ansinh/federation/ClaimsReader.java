package vn.ansinh.federation;

import java.util.Map;
import java.util.Optional;
import vn.ansinh.identity.IdentityDocuments;
import vn.ansinh.identity.NumberCheck;
import vn.ansinh.identity.PaperKind;

/** Finds in a provider's claims who somebody is, as the settings say. Thread-safe. */
final class ClaimsReader {

  private static final int LONGEST = 200;

  private final FederationSettings.Provider settings;
  private final BirthDates birthDates;

  ClaimsReader(FederationSettings.Provider settings) {
    this.settings = settings;
    this.birthDates = BirthDates.of(settings.birthDateFormats());
  }

  /** Empty when something is missing or makes no sense. */
  Optional<ProvedIdentity> read(String subject, Map<String, Object> claims) {
    var names = settings.claims();
    var number = text(claims, names.personalId()).flatMap(ClaimsReader::personalId);
    var fullName = text(claims, names.fullName());
    var birthDate = text(claims, names.birthDate()).flatMap(birthDates::read);
    var level = level(claims, names.level());
    if (number.isEmpty() || fullName.isEmpty() || birthDate.isEmpty() || level.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ProvedIdentity(subject, number.get(), fullName.get(), birthDate.get(), level.get()));
  }

  private Optional<Integer> level(Map<String, Object> claims, String name) {
    return name.isBlank()
        ? Optional.ofNullable(settings.fixedLevel())
        : text(claims, name).flatMap(this::level);
  }

  private Optional<Integer> level(String text) {
    var named = settings.levels().get(text);
    if (named != null) {
      return Optional.of(named);
    }
    return text.matches("[0-9]") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<String> personalId(String text) {
    return IdentityDocuments.check(PaperKind.CITIZEN_CARD, text)
            instanceof NumberCheck.Valid(var number)
        ? Optional.of(number)
        : Optional.empty();
  }

  private static Optional<String> text(Map<String, Object> claims, String name) {
    var value = claims.get(name);
    return value instanceof String || value instanceof Number
        ? Optional.of(value.toString().strip())
            .filter(it -> !it.isEmpty() && it.length() <= LONGEST)
        : Optional.empty();
  }
}
