package vn.ansinh.portal.registration;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.PublicAddress;
import vn.ansinh.registration.Completeness;
import vn.ansinh.registration.Draft;
import vn.ansinh.registration.Drafts;
import vn.ansinh.registration.Field;
import vn.ansinh.registration.Step;
import vn.ansinh.web.Chrome;

/** What the pages of the wizard have in common: keep what was typed, judge it, know the way. */
@Component
class WizardPages {

  private final Drafts drafts;
  private final PublicAddress address;

  WizardPages(Drafts drafts, PublicAddress address) {
    this.drafts = drafts;
    this.address = address;
  }

  Wizard wizard(Step step, Chrome chrome, OpenDraft open) {
    return Wizard.at(step, chrome, address.of("/registration/resume/" + open.secret()));
  }

  /** Keeps what was typed, right or wrong, and gives the draft as it now stands. */
  Draft keep(OpenDraft open, Step step, Chrome chrome, Map<Field, String> typed) {
    var content = open.draft().content().in(chrome.language()).at(step).with(typed);
    drafts.save(open.draft().id(), content);
    return drafts.find(open.secret()).orElseThrow(OpenDraftParameter.NoDraft::new);
  }

  /** Remembers where the person is, so that the link leads there. */
  void move(Draft draft, Step step) {
    drafts.save(draft.id(), draft.content().at(step));
  }

  /** Read through and committed, and nothing touched since. */
  static boolean isCommitted(Draft draft) {
    return draft.content().step() == Step.CONFIRM;
  }

  Completeness check(Draft draft) {
    return drafts.check(draft.id());
  }
}
