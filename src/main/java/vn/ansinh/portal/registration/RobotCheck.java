package vn.ansinh.portal.registration;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.UUID;
import org.altcha.altcha.Altcha;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.platform.Secrets;

/**
 * Keeps robots from making the system send codes. With JavaScript the browser does a second of work
 * by itself (a proof of work in the format of ALTCHA); without it a person copies five digits from
 * a picture, or from words where the picture cannot be seen. Both are bound to one draft and to ten
 * minutes, so an answer is of no use elsewhere; how often one draft may send codes is the budget's
 * business.
 */
@Component
class RobotCheck {

  private static final Duration VALID = Duration.ofMinutes(10);
  private static final String SEALED = "portal.robot";

  private final Secrets secrets;
  private final DigitPicture picture;
  private final JsonMapper json;
  private final Clock clock;
  private final PortalLimits limits;

  RobotCheck(
      Secrets secrets, DigitPicture picture, JsonMapper json, Clock clock, PortalLimits limits) {
    this.secrets = secrets;
    this.picture = picture;
    this.json = json;
    this.clock = clock;
    this.limits = limits;
  }

  RobotChallenge challenge(UUID draft) {
    var digits = Secrets.digits(5);
    var expires = clock.instant().plus(VALID);
    var sealed = secrets.seal(digits + "|" + expires.getEpochSecond(), context(draft));
    var png = Base64.getEncoder().encodeToString(picture.draw(digits));
    return new RobotChallenge(
        work(draft, expires),
        Base64.getUrlEncoder().withoutPadding().encodeToString(sealed),
        "data:image/png;base64," + png,
        digits.chars().mapToObj(it -> it - '0').toList());
  }

  /** Whether the work was done or the digits were read; garbage is simply wrong. */
  boolean passed(UUID draft, RobotAnswer answer) {
    return worked(draft, answer.solution()) || read(draft, answer.token(), answer.digits());
  }

  private String work(UUID draft, Instant expires) {
    var options =
        new Altcha.ChallengeOptions()
            .setAlgorithm(Altcha.Algorithm.SHA256)
            .setMaxNumber((long) limits.robotWork())
            .setSecureRandomNumber(true)
            .setHmacKey(key())
            .setExpires(expires.getEpochSecond())
            .addParam("draft", draft.toString());
    try {
      return json.writeValueAsString(Altcha.createChallenge(options));
    } catch (Exception e) {
      throw new IllegalStateException("no challenge could be made", e);
    }
  }

  private boolean worked(UUID draft, @Nullable String solution) {
    if (solution == null || solution.isBlank() || solution.length() > 2_000) {
      return false;
    }
    try {
      var payload = new String(Base64.getDecoder().decode(solution), StandardCharsets.UTF_8);
      var salt = json.readTree(payload).path("salt").asString("");
      return salt.contains("draft=" + draft) && Altcha.verifySolution(solution, key(), true);
    } catch (Exception e) {
      return false;
    }
  }

  private boolean read(UUID draft, @Nullable String token, @Nullable String typed) {
    if (token == null || typed == null || token.length() > 500) {
      return false;
    }
    try {
      var opened =
          secrets.openText(Base64.getUrlDecoder().decode(token), context(draft)).split("\\|", -1);
      var inTime = clock.instant().getEpochSecond() <= Long.parseLong(opened[1]);
      return inTime && digitsOf(typed).equals(opened[0]);
    } catch (IllegalStateException | IllegalArgumentException e) {
      return false;
    }
  }

  private static String digitsOf(String typed) {
    var digits = new ArrayList<String>();
    typed
        .codePoints()
        .filter(Character::isDigit)
        .forEach(it -> digits.add(String.valueOf(Character.digit(it, 10))));
    return String.join("", digits);
  }

  private String key() {
    return Base64.getEncoder().encodeToString(secrets.hash("altcha", "key"));
  }

  private static String context(UUID draft) {
    return SEALED + ":" + draft;
  }
}
