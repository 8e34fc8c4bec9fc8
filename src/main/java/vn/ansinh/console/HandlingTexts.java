package vn.ansinh.console;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.ansinh.review.Handling;
import vn.ansinh.staff.Officers;
import vn.ansinh.web.Texts;

/** Why a step was not done, in words; what does not exist for the officer becomes a 404. */
@Component
public class HandlingTexts {

  private final Texts texts;
  private final Officers officers;

  HandlingTexts(Texts texts, Officers officers) {
    this.texts = texts;
    this.officers = officers;
  }

  /**
   * @throws ResponseStatusException 404 for what the officer may not know of, 403 for what the
   *     officer's roles do not allow
   */
  public String of(Handling handling, Locale language) {
    return switch (handling) {
      case Handling.Done() -> "";
      case Handling.NotFound() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      case Handling.NotAllowed() -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
      case Handling.HeldBy(var colleague) ->
          texts.of(language, "review.problem.held", new Names(officers).of(colleague));
      case Handling.Stale(var current) ->
          texts.of(
              language,
              "review.problem.stale",
              texts.of(language, "review.status." + current.name()));
      case Handling.Unchecked(var missing) ->
          texts.of(
              language,
              "review.problem.unchecked",
              missing.stream()
                  .map(it -> texts.of(language, "review.check." + it.name()))
                  .collect(Collectors.joining("; ")));
      case Handling.Unmatched() -> texts.of(language, "review.problem.unmatched");
      case Handling.NoReason() -> texts.of(language, "review.problem.reason");
      case Handling.UnknownReason() -> texts.of(language, "review.problem.reason.unknown");
      case Handling.NoteTooLong() -> texts.of(language, "review.problem.note");
      case Handling.AlreadyRegistered() -> texts.of(language, "review.problem.registered");
      case Handling.NoSuchReceiver() -> texts.of(language, "review.problem.receiver");
    };
  }
}
