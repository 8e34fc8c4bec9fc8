package vn.ansinh.console.admin;

import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.audit.SealState;
import vn.ansinh.audit.Seals;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Texts;

/** The newest checkpoint of the audit trail; proving it is an operator's command. */
@Controller
@RequestMapping("/console/admin/audit")
class AuditPages {

  private static final int SHOWN = 16;
  private static final Duration USUAL = Duration.ofSeconds(10);

  private final Seals seals;
  private final Texts texts;

  AuditPages(Seals seals, Texts texts) {
    this.seals = seals;
    this.texts = texts;
  }

  @GetMapping
  ModelAndView show(Locale language) {
    return Answers.page("console/admin/audit", page(seals.state(), language));
  }

  private AuditPage page(SealState state, Locale language) {
    var late = state.oldestUnsealed().compareTo(USUAL) > 0;
    var sealedAt = state.sealedAt();
    return new AuditPage(
        sealedAt != null,
        state.number(),
        state.entries(),
        sealedAt == null ? "" : VietnamTime.show(sealedAt),
        state.root().substring(0, Math.min(SHOWN, state.root().length())),
        state.keyId(),
        late ? duration(state.oldestUnsealed(), language) : null,
        state.copy().name(),
        state.protectedFromApplication(),
        state.problem() != null,
        sealedAt != null
            && !late
            && state.problem() == null
            && state.copy() != SealState.Copy.CONTRADICTS
            && state.protectedFromApplication());
  }

  private String duration(Duration waiting, Locale language) {
    return waiting.compareTo(Duration.ofMinutes(1)) < 0
        ? texts.of(language, "seals.seconds", waiting.toSeconds())
        : texts.of(language, "seals.minutes", waiting.toMinutes());
  }
}
