package vn.ansinh.population;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.Verification;

/** What is said to the registry and what it may say (docs/population-registry.md). */
final class RegistryProtocol {

  /** Stands in every signature: one made for something else is worth nothing here. */
  static final String TAG = "ansinh-population-1";

  static final String JSON = "application/json";
  static final int VERSION = 1;

  /** Verdicts are shorter than a hundred bytes. */
  static final int LONGEST_ANSWER = 4096;

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * What is asked; nothing else of an applicant leaves the house.
   *
   * @param birthDate as exact as the paper: {@code 1985-11-20}, {@code 1985-11} or {@code 1985}
   */
  record Question(
      int version,
      @Nullable String personalId,
      @Nullable String fullName,
      @Nullable String birthDate) {}

  private record Said(int version, @Nullable String verdict, @Nullable List<String> fields) {}

  private RegistryProtocol() {}

  static byte[] question(String personalId, String fullName, BirthDate born) {
    var iso = new StringBuilder().append(born.year());
    if (born.month() != null) {
      iso.append("-%02d".formatted(born.month()));
    }
    if (born.day() != null) {
      iso.append("-%02d".formatted(born.day()));
    }
    return STRICT.writeValueAsBytes(new Question(VERSION, personalId, fullName, iso.toString()));
  }

  static Optional<Question> readQuestion(byte[] body) {
    try {
      return Optional.ofNullable(STRICT.readValue(body, Question.class));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  static byte[] answer(String verdict, List<String> fields) {
    return STRICT.writeValueAsBytes(
        fields.isEmpty()
            ? Map.of("version", VERSION, "verdict", verdict)
            : Map.of("version", VERSION, "verdict", verdict, "fields", fields));
  }

  /** Empty for whatever is not exactly a verdict of ours. */
  static Optional<Verification> readAnswer(byte[] body) {
    try {
      var said = STRICT.readValue(body, Said.class);
      return said == null || said.version() != VERSION ? Optional.empty() : verdict(said);
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Optional<Verification> verdict(Said said) {
    if ("MISMATCH".equals(said.verdict())) {
      return differing(said.fields());
    }
    if (said.fields() != null) {
      return Optional.empty();
    }
    return switch (said.verdict()) {
      case null -> Optional.empty();
      case "MATCH" -> Optional.of(new Verification.Match());
      case "NOT_FOUND" -> Optional.of(new Verification.NotFound());
      case "UNAVAILABLE" -> Optional.of(new Verification.Unavailable());
      default -> Optional.empty();
    };
  }

  private static Optional<Verification> differing(@Nullable List<String> names) {
    if (names == null || names.isEmpty()) {
      return Optional.empty();
    }
    var fields = EnumSet.noneOf(Verification.Field.class);
    for (var name : names) {
      var known =
          Arrays.stream(Verification.Field.values()).filter(it -> it.name().equals(name)).findAny();
      if (known.isEmpty()) {
        return Optional.empty();
      }
      fields.add(known.get());
    }
    return Optional.of(new Verification.Mismatch(fields));
  }

  /** What a question's signature covers. */
  static SequencedMap<String, String> asked(URI url, String digest) {
    var components = new LinkedHashMap<String, String>();
    components.put("\"@method\"", "POST");
    components.put("\"@target-uri\"", url.toASCIIString());
    components.put("\"content-type\"", JSON);
    components.put("\"content-digest\"", digest);
    return components;
  }

  /** What an answer's signature covers: with the question's own, so it answers no other. */
  static SequencedMap<String, String> answered(
      int status, String digest, String askedDigest, MessageSignature question) {
    var components = new LinkedHashMap<String, String>();
    components.put("\"@status\"", Integer.toString(status));
    components.put("\"content-type\"", JSON);
    components.put("\"content-digest\"", digest);
    components.put("\"content-digest\";req", askedDigest);
    components.put("\"signature\";req;key=\"" + MessageSignature.QUESTION + "\"", question.value());
    return components;
  }
}
