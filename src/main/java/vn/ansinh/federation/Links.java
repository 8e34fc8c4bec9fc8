package vn.ansinh.federation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Device;
import vn.ansinh.accounts.FactorChange;
import vn.ansinh.accounts.FactorNotices;
import vn.ansinh.accounts.ProvedEntry;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.Reauthentication;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;

/** The accounts at providers that sign a person in, for the person to see and to remove. */
@Service
public class Links {

  private final LinkStore store;
  private final AwaitedStore awaited;
  private final Providers providers;
  private final Reauthentication password;
  private final FactorNotices notices;
  private final ProvedEntry entry;
  private final Clock clock;

  Links(
      LinkStore store,
      AwaitedStore awaited,
      Providers providers,
      Reauthentication password,
      FactorNotices notices,
      ProvedEntry entry,
      Clock clock) {
    this.store = store;
    this.awaited = awaited;
    this.providers = providers;
    this.password = password;
    this.notices = notices;
    this.entry = entry;
    this.clock = clock;
  }

  /** The oldest first; also one whose provider is set up no longer. */
  public List<Link> of(CitizenSession session) {
    return store.list(session.person()).stream().map(this::link).toList();
  }

  /**
   * Asks for the own password and tells the owner. Done with false when there is none, or it is
   * somebody else's.
   */
  public Reauthenticated<Boolean> remove(
      CitizenSession session, UUID id, String inUse, Device device) {
    return password.with(session, inUse, device, () -> remove(session.person(), id));
  }

  private boolean remove(PersonId person, UUID id) {
    boolean removed = store.delete(person, id);
    if (removed) {
      // Nor does anybody come in who was on the way with it.
      awaited.deleteAll(person);
      entry.voidTicket(person);
      notices.record(person, id, FactorChange.IDENTITY_UNLINKED);
    }
    return removed;
  }

  Optional<LinkStore.Row> at(PersonId person, String provider) {
    return store.list(person).stream().filter(it -> it.provider().equals(provider)).findFirst();
  }

  /**
   * Tells the owner. False when the account at the provider is somebody else's meanwhile, or the
   * person has one there. The caller holds the lock on the account's row.
   */
  boolean make(PersonId person, String provider, byte[] subject, int level) {
    if (at(person, provider).isPresent() || !store.claim(subject, person).equals(person)) {
      return false;
    }
    var id = Ids.next();
    var made =
        store.insert(
            new LinkStore.Row(id, person, provider, subject, level, clock.instant(), null));
    if (made) {
      notices.record(person, id, FactorChange.IDENTITY_LINKED);
    }
    return made;
  }

  private Link link(LinkStore.Row row) {
    var provider =
        providers
            .find(row.provider())
            .map(OpenIdProvider::face)
            .orElseGet(
                () -> new IdentityProvider(row.provider(), row.provider(), row.provider(), 0));
    return new Link(row.id(), provider, row.level(), row.linkedAt(), row.lastUsedAt());
  }
}
