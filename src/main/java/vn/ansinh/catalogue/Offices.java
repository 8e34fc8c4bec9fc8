package vn.ansinh.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.catalogue.OfficeDetails.ServedUnit;
import vn.ansinh.platform.VietnamTime;

/** The agency's offices as a tree, who serves which unit, and who took over from whom. */
@Service
public class Offices {

  /** Anything else comes from a form and is no code. */
  private static final Pattern CODE = Pattern.compile("[0-9]{3,5}");

  private final OfficeStore store;
  private final OfficeRules rules;
  private final AdministrativeUnits units;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Offices(
      OfficeStore store,
      OfficeRules rules,
      AdministrativeUnits units,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.rules = rules;
    this.units = units;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Open or closed. */
  public Optional<Office> find(String code) {
    return CODE.matcher(code).matches() ? store.find(code) : Optional.empty();
  }

  /** Only if it receives files today. */
  public Optional<Office> open(String code) {
    return find(code).filter(it -> it.isOpenOn(today()));
  }

  /** The offices directly below the agency that are open today, by code: the provinces' offices. */
  public List<Office> roots() {
    return below(Office.ROOT);
  }

  /** Open today, by code. */
  public List<Office> below(String parentCode) {
    return store.openBelow(parentCode, today());
  }

  /**
   * Who receives the files of people living there, best first: offices that serve the ward (an old
   * ward also through the new wards it went into), its district, its province. Never empty for a
   * ward that exists, since every province has an office.
   */
  public List<Office> suggest(Layer layer, String wardCode) {
    var found = new LinkedHashMap<String, Office>();
    for (var unit : around(layer, wardCode)) {
      store
          .openServing(unit.layer(), unit.code(), today())
          .forEach(it -> found.putIfAbsent(it.code(), it));
    }
    return List.copyOf(found.values());
  }

  /** Open offices whose code begins so or whose name and address hold every word typed. */
  public List<Office> search(String query, int limit) {
    return store.openOn(today()).stream()
        .filter(it -> OfficeWords.match(query, it))
        .limit(limit)
        .toList();
  }

  /** Whether the office is the other one or lies below it; see {@link #codesUnder}. */
  public boolean covers(String ancestorCode, String officeCode) {
    return ancestorCode.equals(officeCode) || codesUnder(ancestorCode).contains(officeCode);
  }

  /**
   * The office, those below it, and those whose work these took over: open or closed, so that no
   * file is left without somebody who may see it.
   */
  public Set<String> codesUnder(String code) {
    return CODE.matcher(code).matches() ? store.codesUnder(code) : Set.of();
  }

  /** The units it is suggested for. */
  public Set<ServedUnit> serves(String code) {
    return CODE.matcher(code).matches() ? store.serves(code) : Set.of();
  }

  /**
   * Adds the office or makes it read as given; one with a new name keeps its former one. Offices
   * are written by one transaction after the other, so that no two of them bend the tree into a
   * circle.
   */
  @Transactional
  public OfficeChange upsert(OfficeDetails details, Actor actor) {
    store.lockTree();
    var problems = rules.check(details);
    if (!problems.isEmpty()) {
      return new OfficeChange.Refused(problems);
    }
    var before = store.find(details.code());
    if (before.isEmpty()) {
      store.insert(details);
      audit.record("OFFICE_ADDED", actor, Subject.of("office", details.code()));
      return new OfficeChange.Added();
    }
    return change(before.get(), details, actor);
  }

  /** Gives the office its last day. */
  @Transactional
  public OfficeChange close(
      String code, LocalDate lastDay, @Nullable String successorCode, Actor actor) {
    store.lockTree();
    return find(code)
        .map(it -> OfficeDetails.of(it, store.serves(code)).until(lastDay, successorCode))
        .map(it -> upsert(it, actor))
        .orElseGet(
            () ->
                new OfficeChange.Refused(
                    List.of(
                        new OfficeChange.Problem(
                            OfficeChange.Field.CODE, OfficeChange.Reason.UNKNOWN))));
  }

  private OfficeChange change(Office before, OfficeDetails details, Actor actor) {
    if (before.equals(details.office()) && store.serves(before.code()).equals(details.serves())) {
      return new OfficeChange.Unchanged();
    }
    if (!before.name().equals(details.name())) {
      store.keepName(before, today().minusDays(1));
    }
    store.update(details);
    audit.record("OFFICE_CHANGED", actor, Subject.of("office", details.code()));
    if (before.openUntil() == null && details.openUntil() != null) {
      audit.record("OFFICE_CLOSED", actor, Subject.of("office", details.code()));
      events.publishEvent(new OfficeClosed(details.code()));
    }
    if (before.openUntil() != null && details.openUntil() == null) {
      audit.record("OFFICE_REOPENED", actor, Subject.of("office", details.code()));
    }
    return new OfficeChange.Changed();
  }

  /** From the ward outwards; an old ward with the new ones it went into. */
  private List<ServedUnit> around(Layer layer, String wardCode) {
    var wards = new ArrayList<UnitPath>();
    units.path(layer, wardCode).ifPresent(wards::add);
    if (layer == Layer.UNTIL_2025) {
      wards.addAll(units.successors(wardCode));
    }
    var around = new ArrayList<ServedUnit>();
    wards.forEach(it -> around.add(new ServedUnit(it.layer(), it.ward().code())));
    wards.stream()
        .flatMap(it -> Optional.ofNullable(it.district()).stream())
        .forEach(it -> around.add(new ServedUnit(it.layer(), it.code())));
    wards.forEach(it -> around.add(new ServedUnit(it.layer(), it.province().code())));
    return around;
  }

  private LocalDate today() {
    return VietnamTime.today(clock);
  }
}
