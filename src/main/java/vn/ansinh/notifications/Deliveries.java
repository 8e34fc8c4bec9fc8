package vn.ansinh.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Channel;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.registration.DeclarationId;

/**
 * The face of messages for those who ask what became of them: applicant, officer, administrator.
 * Tells how far each has come and sends once more, never what one says. Who may see which subject
 * is for the caller to know.
 */
@Service
public class Deliveries {

  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int PAGE = 50;

  private final DeliveryStore deliveries;
  private final DeclarationNotices notices;
  private final OutboxWatch watch;
  private final BounceWatch bounces;
  private final Bell bell;
  private final Audit audit;
  private final Clock clock;

  Deliveries(
      DeliveryStore deliveries,
      DeclarationNotices notices,
      OutboxWatch watch,
      BounceWatch bounces,
      Bell bell,
      Audit audit,
      Clock clock) {
    this.deliveries = deliveries;
    this.notices = notices;
    this.watch = watch;
    this.bounces = bounces;
    this.bell = bell;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The newest first.
   *
   * @param subject a declaration, or for first passwords the person
   */
  public List<Delivery> of(UUID subject) {
    return deliveries.of(subject);
  }

  public Optional<Delivery> find(UUID message) {
    return deliveries.find(message);
  }

  /** Once more the same way: a dead message starts over, another one is written anew. */
  @Transactional
  public Resending resend(UUID message, Actor by) {
    return deliveries
        .lock(message)
        .map(it -> resend(it, it.channel(), by))
        .orElseGet(Resending.Gone::new);
  }

  /** Once more another way, written for that channel. */
  @Transactional
  public Resending resendBy(Channel channel, UUID message, Actor by) {
    return deliveries
        .lock(message)
        .map(it -> resend(it, channel, by))
        .orElseGet(Resending.Gone::new);
  }

  /**
   * Refused and dead messages, the newest first, fifty a page.
   *
   * @param page from 0
   */
  public List<Delivery> undeliverable(int page) {
    return deliveries.undeliverable(PAGE, page * PAGE);
  }

  public long countUndeliverable() {
    return deliveries.countUndeliverable();
  }

  /** Takes a refused or dead message off the list for good. */
  @Transactional
  public boolean dismiss(UUID message, Actor by) {
    var dismissed = deliveries.delete(message);
    if (dismissed) {
      audit.record("MESSAGE_DISMISSED", by, Subject.of("message", message));
    }
    return dismissed;
  }

  /** How long messages wait at the moment, by channel. */
  public List<QueueState> queues() {
    return watch.states();
  }

  /** How much of the latest e-mail came back. */
  public BounceState bounces() {
    return bounces.state();
  }

  private Resending resend(Delivery delivery, Channel channel, Actor by) {
    if (delivery.kind().isSecret()) {
      return new Resending.Secret();
    }
    var now = clock.instant();
    if (channel == delivery.channel() && deliveries.revive(delivery.id(), now)) {
      bell.ringAfterCommit(channel);
      record(delivery.id(), delivery, channel, by);
      return new Resending.Queued(delivery.id());
    }
    var last =
        deliveries.of(delivery.subjectId()).stream()
            .filter(it -> it.kind() == delivery.kind() && it.channel() == channel)
            .map(it -> it.queuedAt().plus(PAUSE))
            .findFirst();
    if (last.isPresent() && last.get().isAfter(now)) {
      return new Resending.TooSoon(last.get());
    }
    var subject = new DeclarationId(delivery.subjectId());
    if (!notices.canTell(subject)) {
      return new Resending.Gone();
    }
    var sent = notices.tell(delivery.kind(), subject, channel);
    sent.ifPresent(
        it -> {
          record(it, delivery, channel, by);
          // The new message takes the place of the one that failed.
          deliveries.delete(delivery.id());
        });
    return sent.<Resending>map(Resending.Queued::new).orElseGet(Resending.NoSuchContact::new);
  }

  private void record(UUID message, Delivery before, Channel channel, Actor by) {
    audit.record(
        "MESSAGE_RESENT",
        by,
        new Subject("message", message.toString(), before.person()),
        Map.of("kind", before.kind().name(), "channel", channel.name()));
  }
}
