package vn.ansinh.portal.adjusting;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.adjusting.Adjustments;
import vn.ansinh.adjusting.Item;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** What is to be changed. */
@Controller
class ItemsPages {

  private static final String AT = AdjustingPages.PATH + "/items";
  private static final String TEMPLATE = "portal/adjusting/items";

  private final Adjustments adjustments;
  private final AdjustingWords words;

  ItemsPages(Adjustments adjustments, AdjustingWords words) {
    this.adjustments = adjustments;
    this.words = words;
  }

  @GetMapping(AT)
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    var newest = adjustments.newest(session.person());
    boolean waits =
        newest.filter(it -> it.status().isOpen() && !it.status().isEditable()).isPresent();
    if (waits || !adjustments.mayAsk(session.person())) {
      return Answers.seeOther(AdjustingPages.PATH);
    }
    var chosen =
        newest
            .filter(it -> it.status().isEditable())
            .map(OpenRequest::form)
            .map(it -> it.items())
            .orElse(Set.of());
    return Answers.page(TEMPLATE, page(session, chosen, Problems.NONE, chrome));
  }

  @PostMapping(AT)
  ModelAndView choose(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") List<String> item,
      @RequestParam(defaultValue = "") String go,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    if (go.equals("back")) {
      return Answers.seeOther(AdjustingPages.PATH);
    }
    var chosen =
        Stream.of(Item.values())
            .filter(it -> item.contains(it.name()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Item.class)));
    if (chosen.isEmpty()) {
      var problems = new Problems().add("item", chrome.t("adjusting.problem.ITEMS.EMPTY"));
      return Answers.unprocessable(TEMPLATE, page(session, chosen, problems, chrome));
    }
    return adjustments
        .choose(session.person(), chosen, chrome.locale())
        .map(_ -> Answers.seeOther(AdjustingWizard.Step.CHANGES.path()))
        .orElseGet(() -> Answers.seeOther(AdjustingPages.PATH));
  }

  private ItemsPage page(
      CitizenSession session, Set<Item> chosen, Problems problems, Chrome chrome) {
    var facts = adjustments.register(session.person());
    return new ItemsPage(
        AdjustingWizard.at(AdjustingWizard.Step.ITEMS, chrome),
        Stream.of(Item.values())
            .map(
                it ->
                    new ItemRow(
                        it.name(),
                        words.label(it, chrome),
                        words.value(it, facts, chrome),
                        "",
                        chosen.contains(it)))
            .toList(),
        problems);
  }
}
