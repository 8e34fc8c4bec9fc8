package vn.ansinh.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All units with the names of a time in which none changes, by code and by words. The words of a
 * layer are sorted when somebody first searches in it. Safe for use by many threads.
 */
final class Gazetteer {

  private final NamesHold hold;
  private final Map<Layer, Map<String, AdministrativeUnit>> byCode = new EnumMap<>(Layer.class);
  private final Map<Layer, Map<String, List<AdministrativeUnit>>> byParent =
      new EnumMap<>(Layer.class);
  private final Map<Layer, List<AdministrativeUnit>> provinces = new EnumMap<>(Layer.class);
  private final List<UnitStore.Alias> aliases;
  private final Map<Layer, WardIndex> index = new ConcurrentHashMap<>();
  private final Map<String, List<String>> successors = new HashMap<>();

  Gazetteer(
      NamesHold hold,
      List<AdministrativeUnit> units,
      List<UnitStore.Alias> aliases,
      List<UnitStore.Successor> successors) {
    this.hold = hold;
    this.aliases = List.copyOf(aliases);
    for (var layer : Layer.values()) {
      byCode.put(layer, new HashMap<>());
      byParent.put(layer, new HashMap<>());
      provinces.put(layer, new ArrayList<>());
    }
    units.forEach(this::add);
    successors.forEach(
        it ->
            this.successors
                .computeIfAbsent(it.oldCode(), _ -> new ArrayList<>())
                .add(it.newCode()));
  }

  boolean holdsOn(LocalDate date) {
    return hold.on(date);
  }

  List<AdministrativeUnit> provinces(Layer layer) {
    return List.copyOf(of(provinces, layer));
  }

  List<AdministrativeUnit> below(Layer layer, String parentCode) {
    return List.copyOf(of(byParent, layer).getOrDefault(parentCode, List.of()));
  }

  Optional<AdministrativeUnit> find(Layer layer, String code) {
    return Optional.ofNullable(of(byCode, layer).get(code));
  }

  Optional<UnitPath> path(Layer layer, String wardCode) {
    return find(layer, wardCode).filter(it -> it.level() == UnitLevel.WARD).map(this::path);
  }

  List<UnitPath> search(Layer layer, String query, int limit) {
    return index.computeIfAbsent(layer, this::indexed).search(query, limit);
  }

  private WardIndex indexed(Layer layer) {
    return new WardIndex(paths(layer), aliases.stream().filter(it -> it.layer() == layer).toList());
  }

  List<UnitPath> successors(String oldWardCode) {
    return successors.getOrDefault(oldWardCode, List.of()).stream()
        .flatMap(code -> path(Layer.SINCE_2025, code).stream())
        .toList();
  }

  private void add(AdministrativeUnit unit) {
    of(byCode, unit.layer()).put(unit.code(), unit);
    if (unit.parentCode() == null) {
      of(provinces, unit.layer()).add(unit);
    } else {
      of(byParent, unit.layer())
          .computeIfAbsent(unit.parentCode(), _ -> new ArrayList<>())
          .add(unit);
    }
  }

  private List<UnitPath> paths(Layer layer) {
    return of(byCode, layer).values().stream()
        .filter(it -> it.level() == UnitLevel.WARD)
        .map(this::path)
        .toList();
  }

  private UnitPath path(AdministrativeUnit ward) {
    var parent = parent(ward);
    return parent.level() == UnitLevel.DISTRICT
        ? new UnitPath(ward.layer(), parent(parent), parent, ward)
        : new UnitPath(ward.layer(), parent, null, ward);
  }

  private AdministrativeUnit parent(AdministrativeUnit unit) {
    var parent = unit.parentCode();
    return find(unit.layer(), parent == null ? "" : parent)
        .orElseThrow(() -> new CatalogueException("a unit without its parent: " + unit.code()));
  }

  private static <T> T of(Map<Layer, T> map, Layer layer) {
    @Nullable T value = map.get(layer);
    if (value == null) {
      throw new CatalogueException("no units of " + layer);
    }
    return value;
  }
}
