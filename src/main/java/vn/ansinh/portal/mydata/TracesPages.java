package vn.ansinh.portal.mydata;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.audit.Line;
import vn.ansinh.datarights.Deed;
import vn.ansinh.datarights.Traces;
import vn.ansinh.web.Answers;

/**
 * Who looked at one's own data. Only for the person signed in: a guardian or carer sees the data of
 * another, not who else sees them.
 */
@Controller
class TracesPages {

  static final String PATH = "/home/data/looks";

  private static final Instant LATEST = Line.Mark.NEWEST.happenedAt();

  private final Traces traces;
  private final TraceWords words;

  TracesPages(Traces traces, TraceWords words) {
    this.traces = traces;
    this.words = words;
  }

  /**
   * @param at with {@code after}, the last line of the page before
   */
  @GetMapping(PATH)
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable Instant at,
      @RequestParam(required = false) @Nullable UUID after,
      Locale language) {
    var changes = show.equals("changes");
    var from = from(at, after);
    var page = traces.of(session.person(), changes ? Deed.Group.CHANGE : Deed.Group.LOOK, from);
    var rows = page.traces().stream().map(it -> words.row(it, language)).toList();
    return Answers.page(
        "portal/mydata/traces",
        new TracesPage(
            changes,
            from.equals(Line.Mark.NEWEST),
            rows,
            page.more() ? address(changes, page.traces().getLast().mark()) : null));
  }

  /** What nobody was sent from here begins anew. */
  private static Line.Mark from(@Nullable Instant at, @Nullable UUID after) {
    return at == null || after == null || at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)
        ? Line.Mark.NEWEST
        : new Line.Mark(at, after);
  }

  private static String address(boolean changes, Line.Mark last) {
    return PATH
        + "?show="
        + (changes ? "changes" : "looks")
        + "&at="
        + last.happenedAt()
        + "&after="
        + last.id();
  }
}
