package vn.ansinh.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.AccountClosed;
import vn.ansinh.accounts.AccountFrozen;
import vn.ansinh.accounts.AccountOpened;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.LostContactsReplaced;
import vn.ansinh.accounts.Taking;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.PersonId;

/**
 * What people were told, kept inside the portal whatever else was sent and as long as the account
 * lives, and by which channels they want to be told of what. Only headlines are kept: no code, no
 * password, no link that acts.
 */
@Service
public class Inbox {

  /** Notices of a page. */
  public static final int PAGE = 20;

  /** Counted no further. */
  public static final int MOST_UNREAD = 100;

  /** Read or not; what matters longer stands where the notice leads. */
  static final Duration KEPT_FOR = Duration.ofDays(365);

  private static final Budget CHOICES = Budget.of("notices.channels", 20, Duration.ofDays(1));

  private static final int FORGOTTEN_AT_ONCE = 5_000;
  private static final UUID NEWEST = new UUID(-1, -1);

  private final NoticeStore notices;
  private final SilenceStore silences;
  private final Budgets budgets;
  private final Audit audit;
  private final Clock clock;

  Inbox(NoticeStore notices, SilenceStore silences, Budgets budgets, Audit audit, Clock clock) {
    this.notices = notices;
    this.silences = silences;
    this.budgets = budgets;
    this.audit = audit;
    this.clock = clock;
  }

  /** The newest; one more than a page where there are older ones. */
  public List<Notice> of(PersonId person) {
    return of(person, NEWEST);
  }

  /**
   * @param before the last notice of the page before
   */
  public List<Notice> of(PersonId person, UUID before) {
    return notices.of(person, before, PAGE + 1);
  }

  public int unread(PersonId person) {
    return notices.unread(person, MOST_UNREAD);
  }

  @Transactional
  public void read(PersonId person, UUID id) {
    notices.read(person, id, clock.instant());
  }

  @Transactional
  public void readAll(PersonId person) {
    notices.readAll(person, clock.instant());
  }

  /** What is not wanted; everything else is. */
  public Set<TopicChannel> unwanted(PersonId person) {
    return silences.of(person);
  }

  /**
   * What is about security is sent whatever is chosen here.
   *
   * @return false when the person has chosen too often today; nothing is changed then
   */
  @Transactional
  public boolean choose(PersonId person, Collection<TopicChannel> unwanted) {
    var chosen = unwanted.stream().filter(it -> it.topic().isChosen()).collect(Collectors.toSet());
    if (chosen.equals(silences.of(person))) {
      return true;
    }
    if (budgets.take(CHOICES, person.value().toString()) instanceof Taking.Spent) {
      return false;
    }
    silences.replace(person, chosen, clock.instant());
    audit.record(
        "NOTICE_CHANNELS_CHOSEN",
        Actor.of(person),
        Subject.of(person),
        Map.of("unwanted", Integer.toString(chosen.size())));
    return true;
  }

  /** Somebody else may have switched them off. */
  @EventListener
  void on(AccountFrozen event) {
    silences.replace(event.person(), Set.of(), clock.instant());
  }

  @EventListener
  void on(LostContactsReplaced event) {
    silences.replace(event.person(), Set.of(), clock.instant());
  }

  /** Nobody is left who could read it. */
  @EventListener
  void on(AccountClosed event) {
    forget(event.person());
  }

  /** What was told to an account of before, a guardian's eyes included, is not of this one. */
  @EventListener
  void on(AccountOpened event) {
    forget(event.person());
  }

  private void forget(PersonId person) {
    notices.forgetOf(person);
    silences.replace(person, Set.of(), clock.instant());
  }

  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT27M")
  void sweep() {
    int gone;
    do {
      gone = notices.forget(clock.instant().minus(KEPT_FOR), FORGOTTEN_AT_ONCE);
    } while (gone == FORGOTTEN_AT_ONCE);
  }

  /** Joins the transaction that has something to say. */
  @Transactional(propagation = Propagation.MANDATORY)
  void keep(PersonId person, MessageKind kind, UUID subject, String headline) {
    notices.insert(person, kind, subject, headline, clock.instant());
  }

  boolean wants(PersonId person, MessageKind kind, Channel channel) {
    var topic = kind.topic();
    return topic.isEmpty()
        || !topic.get().isChosen()
        || !silences.of(person).contains(new TopicChannel(topic.get(), channel));
  }
}
