package vn.ansinh.console.children;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.guardianship.ApplicationId;
import vn.ansinh.guardianship.ChildQueue;
import vn.ansinh.guardianship.Unreached;
import vn.ansinh.guardianship.UnreachedGuardians;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.WorkingDays;
import vn.ansinh.staff.Officer;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** What waits, in words: who applies, until when an answer is promised, who applies for many. */
@Component
class ChildListScreen {

  private static final String PATH = "/console/children";

  private final ChildQueue queue;
  private final UnreachedGuardians unreached;
  private final WorkingDays workingDays;
  private final People people;
  private final Offices offices;
  private final Texts texts;
  private final Clock clock;

  ChildListScreen(
      ChildQueue queue,
      UnreachedGuardians unreached,
      WorkingDays workingDays,
      People people,
      Offices offices,
      Texts texts,
      Clock clock) {
    this.queue = queue;
    this.unreached = unreached;
    this.workingDays = workingDays;
    this.people = people;
    this.offices = offices;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * @param after the last application of the page before
   */
  ChildrenPage page(
      Officer officer,
      @Nullable UUID after,
      @Nullable String done,
      Problems problems,
      Locale language) {
    var found = queue.of(officer, after == null ? null : new ApplicationId(after));
    var shown = found.stream().limit(ChildQueue.PAGE).toList();
    var older =
        found.size() > shown.size()
            ? PATH + "?after=" + shown.getLast().application().id().value()
            : null;
    return new ChildrenPage(
        shown.stream().map(it -> row(it, language)).toList(),
        unreached.of(officer).stream().map(it -> unreached(it, language)).toList(),
        after == null,
        older,
        done,
        problems);
  }

  /** Until when an answer is promised; empty where nothing was handed in. */
  ChildrenPage.Promise promise(@Nullable Instant since, Locale language) {
    if (since == null) {
      return new ChildrenPage.Promise("", "");
    }
    var due = workingDays.after(VietnamTime.date(since), queue.promisedWorkingDays());
    boolean late = VietnamTime.today(clock).isAfter(due);
    return new ChildrenPage.Promise(
        texts.of(
            language, late ? "children.desk.due.over" : "children.desk.due", VietnamTime.show(due)),
        late ? "bad" : "");
  }

  private ChildrenPage.Unreached unreached(Unreached one, Locale language) {
    return new ChildrenPage.Unreached(
        one.id().toString(),
        ChildDeskPages.path(one.application()),
        people.find(one.guardian()).map(Person::fullName).orElse(""),
        texts.of(language, "review.task." + one.channel(), VietnamTime.show(one.reportedAt())));
  }

  private ChildrenPage.Row row(ChildQueue.Waiting waiting, Locale language) {
    var application = waiting.application();
    var since = application.submittedAt();
    var office = application.officeCode();
    return new ChildrenPage.Row(
        ChildDeskPages.path(application.id()),
        application.name(),
        people.find(application.guardian()).map(Person::fullName).orElse(""),
        waiting.ofGuardian() > 1
            ? texts.of(language, "children.desk.several", waiting.ofGuardian())
            : null,
        since == null ? "" : VietnamTime.show(since),
        promise(since, language),
        office == null ? "" : offices.find(office).map(Office::label).orElse(office));
  }
}
