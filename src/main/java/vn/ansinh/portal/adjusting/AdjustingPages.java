package vn.ansinh.portal.adjusting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Taking;
import vn.ansinh.adjusting.Adjustment;
import vn.ansinh.adjusting.AdjustmentStatus;
import vn.ansinh.adjusting.Adjustments;
import vn.ansinh.adjusting.Facts;
import vn.ansinh.adjusting.Item;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.WipedBody;

/** Where a request stands, and the way to begin one. */
@Controller
class AdjustingPages {

  static final String PATH = "/home/adjusting";
  private static final String TEMPLATE = "portal/adjusting/adjusting";
  private static final Set<String> NOTICES = Set.of("sent", "withdrawn", "over");

  /** Printing takes most of a second of a processor. */
  private static final Budget PRINTS = Budget.of("adjusting.prints", 60, Duration.ofHours(1));

  private final Adjustments adjustments;
  private final AdjustingWords words;
  private final Offices offices;
  private final Budgets budgets;

  AdjustingPages(Adjustments adjustments, AdjustingWords words, Offices offices, Budgets budgets) {
    this.adjustments = adjustments;
    this.words = words;
    this.offices = offices;
    this.budgets = budgets;
  }

  @GetMapping(PATH)
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String notice,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var known = NOTICES.contains(notice) ? notice : null;
    return Answers.page(TEMPLATE, page(session, known, chrome));
  }

  @PostMapping(PATH + "/withdrawal")
  ModelAndView withdraw(@AuthenticationPrincipal CitizenSession session) {
    boolean withdrawn = adjustments.withdraw(session.person());
    return Answers.seeOther(withdrawn ? PATH + "?notice=withdrawn" : PATH);
  }

  @GetMapping(PATH + "/form-01.pdf")
  ResponseEntity<byte[]> form01(@AuthenticationPrincipal CitizenSession session) {
    if (budgets.take(PRINTS, session.person().value().toString()) instanceof Taking.Spent) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    var code =
        adjustments
            .newest(session.person())
            .map(Adjustment::code)
            .orElseThrow(AdjustingPages::notFound);
    var pdf = adjustments.form01(session.person()).orElseThrow(AdjustingPages::notFound);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(code.value() + ".pdf").build().toString())
        .body(WipedBody.of(pdf));
  }

  private AdjustingPage page(CitizenSession session, @Nullable String notice, Chrome chrome) {
    var newest = adjustments.newest(session.person());
    var facts = adjustments.register(session.person());
    boolean open = newest.filter(it -> it.status().isOpen()).isPresent();
    boolean draft = newest.filter(it -> it.is(AdjustmentStatus.DRAFT)).isPresent();
    return new AdjustingPage(
        newest.flatMap(it -> where(it, chrome)).orElse(null),
        items(facts, chrome),
        adjustments.mayAsk(session.person()),
        !open || draft,
        draft,
        AdjustingWizard.Step.ITEMS.path(),
        notice);
  }

  private List<ItemRow> items(Facts facts, Chrome chrome) {
    return Stream.of(Item.values())
        .map(
            it ->
                new ItemRow(
                    it.name(), words.label(it, chrome), words.value(it, facts, chrome), "", false))
        .toList();
  }

  private Optional<AdjustingPage.Where> where(Adjustment adjustment, Chrome chrome) {
    var code = adjustment.code();
    var declaredOn = adjustment.declaredOn();
    var effectiveOn = adjustment.effectiveOn();
    var office = adjustment.officeCode();
    if (code == null || declaredOn == null || effectiveOn == null || office == null) {
      return Optional.empty();
    }
    var status = adjustment.status();
    var declared = adjustment.declared();
    var conflict = adjustment.conflict();
    return Optional.of(
        new AdjustingPage.Where(
            status.name(),
            tone(status),
            code.value(),
            VietnamTime.show(declaredOn),
            VietnamTime.show(effectiveOn),
            promise(adjustment, chrome),
            declared == null
                ? List.of()
                : words.changes(declared.before(), declared.after(), chrome),
            adjustment.answer(),
            conflict == null ? null : chrome.t("adjusting.conflict." + conflict),
            offices.find(office).orElse(null),
            status.isEditable(),
            status.isOpen(),
            declared != null));
  }

  private static String promise(Adjustment adjustment, Chrome chrome) {
    var receipt = adjustment.receiptDue();
    var decision = adjustment.decisionDue();
    if (!adjustment.is(AdjustmentStatus.SUBMITTED) || decision == null) {
      return "";
    }
    return receipt == null
        ? chrome.t("adjusting.promise.decision", VietnamTime.show(decision))
        : chrome.t("adjusting.promise.both", VietnamTime.show(receipt), VietnamTime.show(decision));
  }

  private static String tone(AdjustmentStatus status) {
    return switch (status) {
      case DRAFT, WITHDRAWN -> "";
      case SUBMITTED, APPROVED -> "note";
      case RETURNED -> "warn";
      case DONE -> "good";
      case REJECTED -> "bad";
    };
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
