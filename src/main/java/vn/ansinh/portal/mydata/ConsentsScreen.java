package vn.ansinh.portal.mydata;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.consents.Consent;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Purpose;
import vn.ansinh.guardianship.ApplicationId;
import vn.ansinh.guardianship.ChildApplication;
import vn.ansinh.guardianship.ChildApplications;
import vn.ansinh.guardianship.Guardianships;
import vn.ansinh.guardianship.Held;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.web.Texts;

/** Puts consents into words. */
@Component
class ConsentsScreen {

  /** What rests on the law, as {@code consents.basis.*} tell it. */
  private static final List<String> BASIS =
      List.of("register", "declaration", "account", "devices", "trail", "requests");

  private final Consents consents;
  private final ChildApplications applications;
  private final Guardianships guardianships;
  private final Texts texts;

  ConsentsScreen(
      Consents consents, ChildApplications applications, Guardianships guardianships, Texts texts) {
    this.consents = consents;
    this.applications = applications;
    this.guardianships = guardianships;
    this.texts = texts;
  }

  ConsentsPage of(
      PersonId person, @Nullable String notice, @Nullable String refused, Locale language) {
    var said = consents.of(person.value());
    return new ConsentsPage(
        notice,
        refused,
        Purpose.own().stream().map(it -> row(it, said, language)).toList(),
        children(person, said, language),
        BASIS);
  }

  private ConsentsPage.Row row(Purpose purpose, List<Consent> all, Locale language) {
    var said = all.stream().filter(it -> it.purpose() == purpose).toList();
    var newest = said.isEmpty() ? null : said.getFirst();
    var state = state(newest);
    return new ConsentsPage.Row(
        purpose.name(),
        ConsentsPages.PATH + "/" + purpose,
        texts.of(language, "consents.purpose." + purpose),
        text(purpose, purpose.wording(), language),
        purpose.wording(),
        texts.of(language, "consents.state." + state),
        tone(state),
        newest == null ? null : since(newest, language),
        texts.of(language, "consents.effect." + purpose),
        newest != null && newest.isLive(),
        newest == null || !newest.stands(),
        said.stream().skip(1).map(it -> since(it, language)).toList());
  }

  /** By whom somebody speaks for, and what was said for oneself as a child. */
  private List<ConsentsPage.ForChild> children(
      PersonId person, List<Consent> own, Locale language) {
    var given =
        consents.givenFor(person).stream()
            .map(it -> forChild(it, name(it, person, language), true, language));
    var mine =
        own.stream()
            .filter(it -> it.purpose().isAboutChild())
            .map(it -> forChild(it, texts.of(language, "consents.child.you"), false, language));
    return Stream.concat(given, mine).toList();
  }

  private ConsentsPage.ForChild forChild(
      Consent consent, String child, boolean mayWithdraw, Locale language) {
    var purpose = consent.purpose();
    var state = state(consent);
    return new ConsentsPage.ForChild(
        consent.id().toString(),
        child,
        texts.of(language, "consents.purpose." + purpose),
        text(purpose, consent.wording(), language),
        texts.of(language, "consents.state." + state),
        tone(state),
        since(consent, language),
        consent.isLive() && mayWithdraw
            ? ConsentsPages.PATH + "/" + purpose + "/" + consent.holder() + "/withdrawal"
            : null);
  }

  /** Only of a child whose data the person may see now. */
  private String name(Consent consent, PersonId person, Locale language) {
    return applications
        .find(person, new ApplicationId(consent.holder()))
        .map(ChildApplication::name)
        .or(() -> held(consent, person).map(it -> it.person().fullName()))
        .orElseGet(() -> texts.of(language, "consents.child.unnamed"));
  }

  private Optional<Held> held(Consent consent, PersonId person) {
    return guardianships.of(person).stream()
        .filter(it -> it.person().id().value().equals(consent.holder()))
        .findFirst();
  }

  private String text(Purpose purpose, int wording, Locale language) {
    return texts.of(language, "consents.text." + purpose + "." + wording);
  }

  private static String state(@Nullable Consent newest) {
    if (newest == null) {
      return "NONE";
    }
    if (!newest.isLive()) {
      return "ENDED";
    }
    return newest.stands() ? "GIVEN" : "OTHER_TEXT";
  }

  private static String tone(String state) {
    return switch (state) {
      case "GIVEN" -> "good";
      case "OTHER_TEXT" -> "warn";
      default -> "";
    };
  }

  private String since(Consent consent, Locale language) {
    var given =
        texts.of(
            language,
            consent.wording() == 0 ? "consents.since.declared" : "consents.since",
            VietnamTime.show(consent.givenAt()),
            texts.of(language, "consents.place." + consent.given().place()),
            consent.given().device().isEmpty()
                ? texts.of(language, "consents.device.unknown")
                : consent.given().device(),
            consent.wording());
    var ended = consent.endedAt();
    var how = consent.end();
    return ended == null || how == null
        ? given
        : given + " " + texts.of(language, "consents.ended." + how, VietnamTime.show(ended));
  }
}
