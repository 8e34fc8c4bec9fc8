package vn.ansinh.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.AdministrativeUnit;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.UnitPath;
import vn.ansinh.identity.PersonNames;

/**
 * Finds the units an address on a card names. Cards write them last, the province at the end, with
 * {@code Phường}, {@code P.} or nothing before the name. Safe for use by many threads.
 */
@Component
public class CardAddresses {

  /** Commas beyond the last six separate nothing of interest. */
  private static final int MOST_PARTS = 40;

  private final AdministrativeUnits units;

  /** Units' names taken apart; as many as there are names. */
  private final Map<String, UnitName> names = new ConcurrentHashMap<>();

  CardAddresses(AdministrativeUnits units) {
    this.units = units;
  }

  /**
   * @param issued of the card; an address that can be read in both layers is of the one that was in
   *     force on that day
   */
  public CardAddress find(String address, @Nullable LocalDate issued) {
    var parts = parts(address);
    var found = layers(issued).map(it -> find(it, parts)).toList();
    return found.stream()
        .filter(it -> it instanceof CardAddress.Found || knowsDistrict(it))
        .findFirst()
        .or(() -> found.stream().filter(CardAddress.Unclear.class::isInstance).findFirst())
        .orElseGet(CardAddress.Unknown::new);
  }

  private CardAddress find(Layer layer, List<String> parts) {
    var province = one(units.provinces(layer), parts, 1);
    if (province.isEmpty()) {
      return new CardAddress.Unknown();
    }
    var above = province.get();
    if (!layer.hasDistricts()) {
      return ward(layer, above, null, parts, 2);
    }
    return one(units.below(layer, above.code()), parts, 2)
        .map(it -> ward(layer, above, it, parts, 3))
        .orElseGet(() -> unclear(layer, above, null, parts, 1));
  }

  private CardAddress ward(
      Layer layer,
      AdministrativeUnit province,
      @Nullable AdministrativeUnit district,
      List<String> parts,
      int place) {
    var above = district == null ? province : district;
    return one(units.below(layer, above.code()), parts, place)
        .or(() -> renamed(layer, parts, place))
        .<CardAddress>map(
            it ->
                new CardAddress.Found(
                    new UnitPath(layer, province, district, it), before(parts, place)))
        .orElseGet(() -> unclear(layer, province, district, parts, place - 1));
  }

  /** A ward that bore another name when the card was made: the search knows former names. */
  private Optional<AdministrativeUnit> renamed(Layer layer, List<String> parts, int place) {
    if (parts.size() < place) {
      return Optional.empty();
    }
    var named = String.join(" ", parts.subList(parts.size() - place, parts.size()));
    var hits = units.search(layer, named, 2);
    return hits.size() == 1 ? Optional.of(hits.getFirst().ward()) : Optional.empty();
  }

  private static CardAddress unclear(
      Layer layer,
      AdministrativeUnit province,
      @Nullable AdministrativeUnit district,
      List<String> parts,
      int place) {
    return new CardAddress.Unclear(layer, province, district, before(parts, place));
  }

  /**
   * Of these units the one the part names: with its kind, else without; of several that differ in
   * diacritics only, the one written so. None where two are named alike.
   */
  private Optional<AdministrativeUnit> one(
      List<AdministrativeUnit> among, List<String> parts, int place) {
    if (parts.size() < place) {
      return Optional.empty();
    }
    var part = parts.get(parts.size() - place);
    var named = UnitName.of(part);
    var alike = among.stream().filter(it -> named.mayBe(name(it))).toList();
    return only(alike, _ -> true)
        .or(() -> only(alike, it -> named.equals(name(it))))
        .or(() -> only(alike, it -> PersonNames.same(part, it.name())));
  }

  private UnitName name(AdministrativeUnit unit) {
    return names.computeIfAbsent(unit.name(), UnitName::of);
  }

  private static Optional<AdministrativeUnit> only(
      List<AdministrativeUnit> among, Predicate<AdministrativeUnit> wanted) {
    var found = among.stream().filter(wanted).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean knowsDistrict(CardAddress address) {
    return address instanceof CardAddress.Unclear unclear && unclear.district() != null;
  }

  private static Stream<Layer> layers(@Nullable LocalDate issued) {
    return issued != null && !issued.isBefore(Layer.CHANGE)
        ? Stream.of(Layer.SINCE_2025, Layer.UNTIL_2025)
        : Stream.of(Layer.UNTIL_2025, Layer.SINCE_2025);
  }

  private static List<String> parts(String address) {
    return Stream.of(address.split(",", MOST_PARTS))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private static String before(List<String> parts, int place) {
    return String.join(", ", parts.subList(0, Math.max(0, parts.size() - place)));
  }
}
