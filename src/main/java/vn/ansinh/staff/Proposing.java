package vn.ansinh.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.OfficerId;

/**
 * How a proposal comes to be: one of a kind for one officer, a later one in place of the earlier.
 */
@Component
class Proposing {

  static final Duration WAITS_FOR = Duration.ofHours(72);

  private final ProposalStore store;
  private final Audit audit;
  private final Clock clock;

  Proposing(ProposalStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  OfficerChange propose(
      Proposal.Kind kind, @Nullable OfficerId officer, OfficerDetails wanted, Officer by) {
    var now = clock.instant();
    overtake(wanted.userName(), kind);
    var proposal =
        new Proposal(Ids.next(), kind, officer, wanted, by.id(), now, now.plus(WAITS_FOR));
    store.insert(proposal);
    audit.record(
        "OFFICER_" + kind + "_PROPOSED",
        Actor.of(by.id()),
        officer == null
            ? Subject.of("proposal", proposal.id())
            : Subject.of("officer", officer.value()),
        OfficerChanges.codes(wanted));
    return new OfficerChange.Proposed(proposal.id(), proposal.expiresAt());
  }

  /** Before the officer's row is touched: who confirms takes the two in this order as well. */
  void overtake(String userName, Proposal.Kind... kinds) {
    store.overtake(userName, List.of(kinds), clock.instant());
  }
}
