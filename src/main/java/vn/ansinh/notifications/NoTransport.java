package vn.ansinh.notifications;

import java.util.List;
import vn.ansinh.accounts.Channel;

/** For an installation that declares it has no SMS: every message becomes a task at once. */
record NoTransport(Channel channel) implements Transport {

  @Override
  public List<Handing> hand(List<Outgoing> batch) {
    return batch.stream().<Handing>map(_ -> new Handing.Refused("NO_CHANNEL")).toList();
  }
}
