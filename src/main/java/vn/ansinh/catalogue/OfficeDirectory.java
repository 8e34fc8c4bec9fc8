package vn.ansinh.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.OfficeChange.Field;
import vn.ansinh.catalogue.OfficeChange.Problem;
import vn.ansinh.catalogue.OfficeChange.Reason;
import vn.ansinh.platform.VietnamTime;

/**
 * The offices as administrators keep them: closed ones too, with their history. A change names the
 * revision it was made from; of two made from the same one the second is told so and writes
 * nothing.
 */
@Service
public class OfficeDirectory {

  private final Offices offices;
  private final OfficeStore store;
  private final Clock clock;

  OfficeDirectory(Offices offices, OfficeStore store, Clock clock) {
    this.offices = offices;
    this.store = store;
    this.clock = clock;
  }

  /** The offices directly below, by code. */
  public OfficeListing below(String parentCode, boolean closedToo, int page) {
    return listing(it -> parentCode.equals(it.parentCode()), closedToo, page);
  }

  /**
   * Those of the keeper and below whose code begins so or whose name and address hold every word
   * typed, by code.
   */
  public OfficeListing search(String query, String keeper, boolean closedToo, int page) {
    var kept = offices.codesUnder(keeper);
    return listing(it -> kept.contains(it.code()) && OfficeWords.match(query, it), closedToo, page);
  }

  public Optional<OfficeEntry> find(String code) {
    return offices
        .find(code)
        .map(
            it -> {
              var details = details(it);
              return new OfficeEntry(
                  details,
                  details.revision(),
                  store.formerNames(code),
                  store.predecessors(code),
                  offices.below(code).size());
            });
  }

  /** From the agency down to the office itself. */
  public List<Office> path(String code) {
    var path = new LinkedHashMap<String, Office>();
    var next = offices.find(code);
    while (next.isPresent() && path.putIfAbsent(next.get().code(), next.get()) == null) {
      next = Optional.ofNullable(next.get().parentCode()).flatMap(offices::find);
    }
    return List.copyOf(path.values()).reversed();
  }

  /** Every office of these, each after the one above it and after the one that took it over. */
  public List<OfficeDetails> all(Collection<String> codes) {
    var byCode =
        store.all().stream()
            .filter(it -> codes.contains(it.code()))
            .collect(Collectors.toMap(Office::code, Function.identity()));
    var served = store.served();
    var ordered = new LinkedHashMap<String, OfficeDetails>();
    byCode.keySet().stream()
        .sorted()
        .forEach(
            code ->
                put(
                    code,
                    byCode,
                    it -> OfficeDetails.of(it, served.getOrDefault(it.code(), Set.of())),
                    ordered));
    return List.copyOf(ordered.values());
  }

  /**
   * Adds the office or makes it read as given, whatever it read before.
   *
   * @param keeper the office whose administrator writes: only it and those below it are theirs, and
   *     its own place and end are not
   */
  @Transactional
  public OfficeChange write(OfficeDetails details, String keeper, Actor actor) {
    store.lockTree();
    return isTheirs(details, keeper)
        ? offices.upsert(details, actor)
        : new OfficeChange.Refused(List.of(new Problem(Field.PARENT, Reason.OUTSIDE)));
  }

  /** Like {@link #write}, but refuses a code that is given away already. */
  @Transactional
  public OfficeChange add(OfficeDetails details, String keeper, Actor actor) {
    store.lockTree();
    return offices.find(details.code()).isPresent()
        ? new OfficeChange.Refused(List.of(new Problem(Field.CODE, Reason.TAKEN)))
        : write(details, keeper, actor);
  }

  /** Like {@link #write}, if the office still reads as it did in that revision. */
  @Transactional
  public OfficeChange change(OfficeDetails details, String revision, String keeper, Actor actor) {
    store.lockTree();
    var current = offices.find(details.code()).map(this::details);
    if (current.isEmpty()) {
      return new OfficeChange.Refused(List.of(new Problem(Field.CODE, Reason.UNKNOWN)));
    }
    return current.get().revision().equals(revision)
        ? write(details, keeper, actor)
        : new OfficeChange.Stale();
  }

  private boolean isTheirs(OfficeDetails details, String keeper) {
    if (keeper.equals(Office.ROOT)) {
      return true;
    }
    var kept = offices.codesUnder(keeper);
    var before = offices.find(details.code()).orElse(null);
    if (before == null) {
      return isIn(kept, details.parentCode());
    }
    var stays = Objects.equals(before.parentCode(), details.parentCode());
    return before.code().equals(keeper)
        ? stays
            && Objects.equals(before.openUntil(), details.openUntil())
            && Objects.equals(before.successorCode(), details.successorCode())
        : kept.contains(before.code()) && (stays || isIn(kept, details.parentCode()));
  }

  private static boolean isIn(Set<String> kept, @Nullable String code) {
    return code != null && kept.contains(code);
  }

  private OfficeListing listing(Predicate<Office> wanted, boolean closedToo, int page) {
    var today = VietnamTime.today(clock);
    var shown = store.all().stream().filter(it -> closedToo || it.isOpenOn(today)).toList();
    var below =
        shown.stream()
            .filter(it -> it.parentCode() != null)
            .collect(Collectors.groupingBy(Office::parentCode, Collectors.counting()));
    var found = shown.stream().filter(wanted).toList();
    var lines =
        found.stream()
            .skip((long) page * OfficeListing.SIZE)
            .limit(OfficeListing.SIZE)
            .map(it -> line(it, today, below))
            .toList();
    return new OfficeListing(lines, found.size(), page);
  }

  private static OfficeListing.Line line(Office office, LocalDate today, Map<String, Long> below) {
    return new OfficeListing.Line(
        office, office.isOpenOn(today), below.getOrDefault(office.code(), 0L).intValue());
  }

  /** The rules of the tree keep this from going round in circles. */
  private static void put(
      @Nullable String code,
      Map<String, Office> byCode,
      Function<Office, OfficeDetails> details,
      Map<String, OfficeDetails> ordered) {
    var office = code == null ? null : byCode.get(code);
    if (office == null || ordered.containsKey(office.code())) {
      return;
    }
    put(office.parentCode(), byCode, details, ordered);
    put(office.successorCode(), byCode, details, ordered);
    ordered.put(office.code(), details.apply(office));
  }

  private OfficeDetails details(Office office) {
    return OfficeDetails.of(office, store.serves(office.code()));
  }
}
