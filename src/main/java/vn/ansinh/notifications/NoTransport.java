package vn.ansinh.notifications;

import java.util.List;
import java.util.function.BiConsumer;
import vn.ansinh.accounts.Channel;

/** For an installation that declares it has no SMS: every message becomes a task at once. */
record NoTransport(Channel channel) implements Transport {

  @Override
  public void hand(List<Outgoing> batch, BiConsumer<Outgoing, Handing> told) {
    batch.forEach(it -> told.accept(it, new Handing.Refused("NO_CHANNEL")));
  }
}
