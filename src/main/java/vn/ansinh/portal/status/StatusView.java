package vn.ansinh.portal.status;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Purpose;
import vn.ansinh.identity.Phones;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationEvent;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.PhoneStanding;
import vn.ansinh.registration.PromiseClock;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.TimelineEntry;

/**
 * A declaration in the words of its applicant: where it is, who acts next, by when, what is
 * missing.
 */
@Component
class StatusView {

  private final Declarations declarations;
  private final Offices offices;
  private final StatusReasons reasons;
  private final StatusDeliveries deliveries;
  private final Consents consents;
  private final Clock clock;

  StatusView(
      Declarations declarations,
      Offices offices,
      StatusReasons reasons,
      StatusDeliveries deliveries,
      Consents consents,
      Clock clock) {
    this.declarations = declarations;
    this.offices = offices;
    this.reasons = reasons;
    this.deliveries = deliveries;
    this.consents = consents;
    this.clock = clock;
  }

  StatusPage of(
      Declaration declaration, String at, StatusPage.@Nullable Notice notice, Chrome chrome) {
    var status = declaration.status();
    var history = declarations.history(declaration.id());
    var last = history.isEmpty() ? null : history.getLast();
    var promise = declaration.clock();
    var left = promise.daysLeft(VietnamTime.today(clock));
    return new StatusPage(
        declaration.code().value(),
        at,
        status.name(),
        tone(status),
        chrome.t("status.next." + status, next(promise)),
        notice,
        status.isOpen() || status == DeclarationStatus.REJECTED
            ? reasons.of(last, chrome)
            : List.of(),
        last == null ? null : last.note(),
        lines(declaration, chrome),
        phone(declaration, at, chrome),
        left == null ? null : Math.clamp(left, 0, 10),
        status == DeclarationStatus.RETURNED,
        status.isOpen(),
        !declaration.isErased(),
        consents.stands(declaration.id().value(), Purpose.FORM_BY_EMAIL),
        timeline(history, promise, status, chrome),
        deliveries.of(declaration, chrome),
        offices.find(declaration.officeCode()).orElse(null));
  }

  private StatusPage.@Nullable PhoneNote phone(Declaration declaration, String at, Chrome chrome) {
    var recipient = declarations.recipient(declaration.id()).orElse(null);
    if (recipient == null
        || !declaration.status().isOpen()
        || recipient.phoneStanding() == PhoneStanding.CONFIRMED) {
      return null;
    }
    return new StatusPage.PhoneNote(
        chrome.t("status.phone." + recipient.phoneStanding(), Phones.masked(recipient.phone())),
        recipient.phoneStanding() == PhoneStanding.LOST,
        at + "/phone");
  }

  private static Object[] next(PromiseClock promise) {
    return new Object[] {
      promise.actBy() != null ? VietnamTime.show(promise.actBy()) : show(promise.receiptDue()),
      promise.decisionDue() == null ? "" : VietnamTime.show(promise.decisionDue())
    };
  }

  private static List<StatusPage.Line> lines(Declaration declaration, Chrome chrome) {
    var promise = declaration.clock();
    var lines = new ArrayList<StatusPage.Line>();
    lines.add(
        new StatusPage.Line(
            chrome.t("status.line.declared"), VietnamTime.show(promise.declaredOn())));
    lines.add(
        new StatusPage.Line(
            chrome.t("status.line.handIn"),
            chrome.t("registration.office.handIn." + declaration.handIn())));
    if (promise.actBy() != null && declaration.status().isOpen()) {
      lines.add(
          new StatusPage.Line(
              chrome.t("status.line.deadline." + declaration.status()),
              VietnamTime.show(promise.actBy())));
    }
    if (promise.decisionDue() != null && promise.decidedAt() == null) {
      lines.add(
          new StatusPage.Line(
              chrome.t("status.line.decision"), VietnamTime.show(promise.decisionDue())));
    }
    return lines;
  }

  private static List<TimelineEntry> timeline(
      List<DeclarationEvent> history,
      PromiseClock promise,
      DeclarationStatus status,
      Chrome chrome) {
    var entries = new ArrayList<TimelineEntry>();
    for (var event : history) {
      if (event.from() != event.to()) {
        entries.add(
            new TimelineEntry(
                VietnamTime.show(event.at()),
                chrome.t("status.timeline." + event.to()),
                null,
                "done"));
      }
    }
    if (!entries.isEmpty() && status.isOpen()) {
      var now = entries.removeLast();
      entries.add(new TimelineEntry(now.when(), now.title(), now.text(), "now"));
    }
    if (status == DeclarationStatus.AWAITING_PAPER && promise.actBy() != null) {
      var by = chrome.t("status.timeline.by", VietnamTime.show(promise.actBy()));
      entries.add(new TimelineEntry(by, chrome.t("status.timeline.paper"), null, ""));
    }
    if (status.isOpen()) {
      var by =
          promise.decisionDue() == null
              ? null
              : chrome.t("status.timeline.by", VietnamTime.show(promise.decisionDue()));
      entries.add(new TimelineEntry(by, chrome.t("status.timeline.decision"), null, ""));
    }
    return entries;
  }

  private static String show(@Nullable Instant moment) {
    return moment == null ? "" : VietnamTime.show(moment);
  }

  private static String tone(DeclarationStatus status) {
    return switch (status) {
      case SUBMITTED, IN_REVIEW -> "note";
      case AWAITING_PAPER, ASKED_TO_COME, RETURNED -> "warn";
      case APPROVED -> "good";
      case REJECTED, EXPIRED, WITHDRAWN -> "bad";
    };
  }
}
