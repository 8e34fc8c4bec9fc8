package vn.ansinh.datarights;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;
import vn.ansinh.files.FileId;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.PersonalTable;
import vn.ansinh.platform.PersonalTables;
import vn.ansinh.registration.Declarations;

/** Reads, of one moment, all that modules hold about a person. */
@Component
class Gathering {

  /** What matters most stands first. */
  private static final List<String> ORDER =
      List.of(
          "people",
          "accounts",
          "registration",
          "review",
          "guardianship",
          "datarights",
          "notifications");

  private final HeldStore store;
  private final List<PersonalTable> tables;
  private final Declarations declarations;
  private final Traces traces;
  private final Clock clock;

  Gathering(
      HeldStore store,
      Collection<PersonalTables> modules,
      Declarations declarations,
      Traces traces,
      Clock clock) {
    this.store = store;
    this.tables =
        modules.stream()
            .flatMap(it -> it.personalTables().stream())
            .sorted(Comparator.comparingInt(Gathering::place))
            .toList();
    this.declarations = declarations;
    this.traces = traces;
    this.clock = clock;
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  Held about(PersonId person) {
    var approved = declarations.approvedOf(person);
    var sections = new ArrayList<Held.Section>();
    var pictures = new LinkedHashMap<FileId, Held.PictureReference>();
    for (var table : tables) {
      var rows = store.rows(table, person, approved);
      if (!rows.isEmpty()) {
        sections.add(new Held.Section(table.name(), table.keys().getLast(), rows));
        rows.forEach(it -> pictures(table, it, pictures));
      }
    }
    var told = new ArrayList<Trace>(traces.all(person, Deed.Group.LOOK));
    told.addAll(traces.all(person, Deed.Group.CHANGE));
    told.sort(Comparator.comparing(Trace::at).reversed());
    return new Held(clock.instant(), sections, List.copyOf(pictures.values()), told);
  }

  private static void pictures(
      PersonalTable table, ObjectNode row, LinkedHashMap<FileId, Held.PictureReference> pictures) {
    for (var column : table.pictures()) {
      var id = row.get(column);
      if (!id.isNull()) {
        var file = new FileId(UUID.fromString(id.stringValue()));
        pictures.putIfAbsent(file, new Held.PictureReference(file, table.name(), column));
      }
    }
  }

  private static int place(PersonalTable table) {
    var place = ORDER.indexOf(table.name().substring(0, table.name().indexOf('.')));
    return place < 0 ? ORDER.size() : place;
  }
}
