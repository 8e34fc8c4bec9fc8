package vn.ansinh.notifications;

import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import vn.ansinh.accounts.Channel;

/** Hands messages to the demo's own page instead of to the world. */
class DemoTransport implements Transport {

  private final Channel channel;
  private final DemoStore store;
  private final Enclosures enclosures;
  private final Clock clock;

  DemoTransport(Channel channel, DemoStore store, Enclosures enclosures, Clock clock) {
    this.channel = channel;
    this.store = store;
    this.enclosures = enclosures;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public void hand(List<Outgoing> batch, BiConsumer<Outgoing, Handing> told) {
    batch.forEach(it -> told.accept(it, hand(it)));
  }

  private Handing hand(Outgoing message) {
    var now = clock.instant();
    if (message.isExpired(now)) {
      return new Handing.Expired();
    }
    var enclosure = message.content().enclosure();
    var wanted = enclosure != null && enclosures.isWanted(enclosure, message.subjectId());
    if (enclosure != null && !wanted && enclosure.isWholeMessage()) {
      return new Handing.Unwanted();
    }
    store.insert(message, channel, wanted ? enclosure : null, now);
    return new Handing.HandedOver(null);
  }
}
