package vn.ansinh.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;

/**
 * Code lists by day. An entry is changed by a version that begins on a day; earlier versions stay
 * as they were. Two changes beginning on the same day cannot both win: the key of the table
 * decides.
 */
@Service
public class CodeLists {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,19}");
  private static final int LONGEST = 300;

  private final CodeListStore store;
  private final Audit audit;

  CodeLists(CodeListStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  /** The entries in force on the day, by code. */
  public List<CodeEntry> on(CodeList list, LocalDate day) {
    return store.on(list, day);
  }

  public Optional<CodeEntry> find(CodeList list, String code, LocalDate day) {
    return CODE.matcher(code).matches() ? store.find(list, code, day) : Optional.empty();
  }

  /** Every version of an entry there was, is or is planned; the newest first. */
  public List<CodeEntry> versions(CodeList list, String code) {
    return CODE.matcher(code).matches() ? store.versions(list, code) : List.of();
  }

  /** Every version of every entry there was, is or is planned; by code, the newest first. */
  public List<CodeEntry> versions(CodeList list) {
    return store.versions(list);
  }

  /** How often the entry was written or ended; 0 for one there never was. */
  public int revision(CodeList list, String code) {
    return CODE.matcher(code).matches() ? store.revision(list, code) : 0;
  }

  /**
   * Like {@link #write(CodeList, String, LocalDate, String, String, Map, Actor)}, unless the entry
   * is no longer at the revision the change was made from.
   */
  @Transactional
  public CodeChange write(CodeEntry entry, int revision, Actor actor) {
    return isStale(entry.list(), entry.code(), revision)
        ? new CodeChange.Refused(CodeChange.Reason.STALE)
        : write(
            entry.list(),
            entry.code(),
            entry.validFrom(),
            entry.nameVi(),
            entry.nameEn(),
            entry.attributes(),
            actor);
  }

  /** Like {@link #end(CodeList, String, LocalDate, Actor)}, with the same care. */
  @Transactional
  public CodeChange end(CodeList list, String code, LocalDate lastDay, int revision, Actor actor) {
    return isStale(list, code, revision)
        ? new CodeChange.Refused(CodeChange.Reason.STALE)
        : end(list, code, lastDay, actor);
  }

  /** Lets the entry read so from the day on; adds it if there is none. */
  @Transactional
  public CodeChange write(
      CodeList list,
      String code,
      LocalDate from,
      String nameVi,
      String nameEn,
      Map<String, String> attributes,
      Actor actor) {
    var reason = problem(list, code, nameVi, nameEn, attributes);
    if (reason.isPresent()) {
      return new CodeChange.Refused(reason.get());
    }
    if (!store.insert(list, code, from, nameVi, nameEn, attributes)) {
      return new CodeChange.Refused(CodeChange.Reason.DAY_TAKEN);
    }
    audit.record("CODE_ENTRY_WRITTEN", actor, subject(list, code), since(from));
    return new CodeChange.Done();
  }

  /** The entry's last day is the one given; it can be written anew for a later one. */
  @Transactional
  public CodeChange end(CodeList list, String code, LocalDate lastDay, Actor actor) {
    if (find(list, code, lastDay).isEmpty()) {
      return new CodeChange.Refused(CodeChange.Reason.NOT_IN_FORCE);
    }
    if (!store.insertEnd(list, code, lastDay.plusDays(1))) {
      return new CodeChange.Refused(CodeChange.Reason.DAY_TAKEN);
    }
    audit.record("CODE_ENTRY_ENDED", actor, subject(list, code), since(lastDay.plusDays(1)));
    return new CodeChange.Done();
  }

  private boolean isStale(CodeList list, String code, int revision) {
    if (!CODE.matcher(code).matches()) {
      return false;
    }
    store.lock(list, code);
    return store.revision(list, code) != revision;
  }

  private static Optional<CodeChange.Reason> problem(
      CodeList list, String code, String nameVi, String nameEn, Map<String, String> attributes) {
    if (!CODE.matcher(code).matches()) {
      return Optional.of(CodeChange.Reason.BAD_CODE);
    }
    if (!isName(nameVi) || !isName(nameEn)) {
      return Optional.of(CodeChange.Reason.BAD_NAME);
    }
    if (!attributes.values().stream().allMatch(CodeLists::isName)) {
      return Optional.of(CodeChange.Reason.BAD_ATTRIBUTE);
    }
    return list == CodeList.CARD_OBJECT
            && !Set.of("1", "2", "3", "4", "5").contains(attributes.getOrDefault("level", ""))
        ? Optional.of(CodeChange.Reason.BAD_ATTRIBUTE)
        : Optional.empty();
  }

  private static boolean isName(String name) {
    return !name.isBlank() && name.length() <= LONGEST && !PlainText.hidesSomething(name);
  }

  private static Subject subject(CodeList list, String code) {
    return Subject.of("code_entry", list.name() + "/" + code);
  }

  private static Map<String, String> since(LocalDate day) {
    return Map.of("from", day.toString());
  }
}
