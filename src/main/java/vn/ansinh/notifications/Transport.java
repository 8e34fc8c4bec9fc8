package vn.ansinh.notifications;

import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import vn.ansinh.accounts.Channel;

/** A way out: a mail server, a mobile operator, or the demo's own page. Safe for many threads. */
interface Transport {

  Channel channel();

  /**
   * Hands over in order and tells of each message, in the same order and as soon as it knows, what
   * came of it. Whatever the far side does is an answer, not an exception.
   */
  void hand(List<Outgoing> batch, BiConsumer<Outgoing, Handing> told);

  /** Called every few seconds, for transports that keep a connection. */
  default void tend() throws IOException {}

  /** Called once nothing is in hand any more. */
  default void close() {}
}
