package vn.ansinh.console.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the outbox does, and what nobody received.
 *
 * @param next number of the following page, if there is one
 * @param notice what was just done
 */
public record MessagesPage(
    List<Queue> queues,
    Bounces bounces,
    List<Row> rows,
    long total,
    @Nullable Integer previous,
    @Nullable Integer next,
    @Nullable String notice) {

  /**
   * @param oldest in words; absent when nothing waits
   */
  public record Queue(String channel, long waiting, @Nullable String oldest, boolean broken) {}

  /**
   * What comes back of e-mail, in words.
   *
   * @param tone {@code good}, {@code bad} or nothing
   * @param alarm what to do when too much comes back
   */
  public record Bounces(
      String state, String tone, String share, @Nullable String reading, @Nullable String alarm) {}

  /**
   * @param recipient masked
   * @param secret cannot be sent again, only replaced by a new one
   * @param otherChannel the channel it did not go by
   */
  public record Row(
      String id,
      String queuedAt,
      String kind,
      String channel,
      String recipient,
      String state,
      int attempts,
      @Nullable String problem,
      boolean secret,
      String otherChannel) {}
}
