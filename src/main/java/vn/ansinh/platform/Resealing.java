package vn.ansinh.platform;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place of sealed values that is not a column, such as files. What lies in columns is told by
 * {@link SealedColumns}.
 */
public interface Resealing {

  /** Stands for the key's id where it is not known; no key is destroyed before it is. */
  String UNKNOWN = "?";

  /**
   * What a few steps have done.
   *
   * @param upTo where to go on; null when nothing is left to look at
   * @param resealed how many of those seen were not under the newest key
   */
  record Steps(@Nullable String upTo, long seen, long resealed) {}

  /** A stable name for operators. */
  String place();

  /**
   * How many values lie under which data key; those without a key's id under the empty id, those
   * nobody has looked at under {@link #UNKNOWN}.
   */
  Map<String, Long> countByKey();

  /**
   * Seals again what is not under the newest key. May be broken off at any moment and done again
   * without harm; the values stay readable all the time. Not to be called in a transaction.
   *
   * @param after where the steps before have come to; null to begin
   */
  Steps reseal(@Nullable String after, int most);
}
