package vn.ansinh.audit;

import java.util.Comparator;
import java.util.UUID;

/** Where an entry stands in the order of sealing. Ids compare as PostgreSQL compares them. */
record Place(long transaction, UUID entry) implements Comparable<Place> {

  private static final UUID FIRST_ID = new UUID(0, 0);
  private static final UUID LAST_ID = new UUID(-1, -1);
  private static final Comparator<Place> ORDER =
      Comparator.comparingLong(Place::transaction)
          .thenComparing(it -> it.entry.getMostSignificantBits(), Long::compareUnsigned)
          .thenComparing(it -> it.entry.getLeastSignificantBits(), Long::compareUnsigned);

  /** Before every entry. */
  static final Place START = new Place(-1, FIRST_ID);

  /** The last place before everything transaction {@code horizon} writes. */
  static Place before(long horizon) {
    return new Place(horizon - 1, LAST_ID);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
