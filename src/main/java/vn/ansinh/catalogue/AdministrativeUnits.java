package vn.ansinh.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import vn.ansinh.platform.VietnamTime;

/**
 * The country's units in both layers, with the names that hold today. All fourteen thousand are
 * kept in memory, since they change by a release and never by use; nothing here waits for the
 * database before a name changes. Safe for use by many threads.
 */
@Service
public class AdministrativeUnits {

  private final UnitStore store;
  private final Clock clock;
  private volatile @Nullable Gazetteer gazetteer;

  AdministrativeUnits(UnitStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** By code. */
  public List<AdministrativeUnit> provinces(Layer layer) {
    return today().provinces(layer);
  }

  /** The districts of an old province, the wards of a district or of a new province; by code. */
  public List<AdministrativeUnit> below(Layer layer, String parentCode) {
    return today().below(layer, parentCode);
  }

  public Optional<AdministrativeUnit> find(Layer layer, String code) {
    return today().find(layer, code);
  }

  public Optional<UnitPath> path(Layer layer, String wardCode) {
    return today().path(layer, wardCode);
  }

  /**
   * Wards for a type-ahead, likeliest first: every word typed must begin a word of the ward, its
   * district or its province, in any order. Diacritics, tone placement and case do not matter;
   * {@code q7}, {@code p12} and {@code tphcm} are understood.
   */
  public List<UnitPath> search(Layer layer, String query, int limit) {
    return today().search(layer, query, limit);
  }

  /** The new wards an old ward went into, by code: usually one, several where it was divided. */
  public List<UnitPath> successors(String oldWardCode) {
    return today().successors(oldWardCode);
  }

  /** A server that takes visitors keeps none of them waiting; a command may need no unit at all. */
  @EventListener
  void warmUp(ApplicationReadyEvent ready) {
    if (ready.getApplicationContext() instanceof WebServerApplicationContext) {
      for (var layer : Layer.values()) {
        search(layer, "a", 1);
      }
    }
  }

  private Gazetteer today() {
    var today = VietnamTime.today(clock);
    var current = gazetteer;
    return current != null && current.holdsOn(today) ? current : load(today);
  }

  private synchronized Gazetteer load(LocalDate today) {
    var current = gazetteer;
    if (current == null || !current.holdsOn(today)) {
      current =
          new Gazetteer(
              store.namesHold(today), store.unitsOn(today), store.aliases(), store.successors());
      gazetteer = current;
    }
    return current;
  }
}
