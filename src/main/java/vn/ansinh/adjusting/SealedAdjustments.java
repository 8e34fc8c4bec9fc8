package vn.ansinh.adjusting;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.platform.Secrets;

/** What a request says about the person and what was written to them, sealed, bound to its row. */
@Component
class SealedAdjustments {

  private static final String CONTENT = "adjusting.adjustment.content.";
  private static final String ANSWER = "adjusting.adjustment.answer.";

  private final Secrets secrets;
  private final JsonMapper json;

  SealedAdjustments(Secrets secrets, JsonMapper json) {
    this.secrets = secrets;
    this.json = json;
  }

  byte[] seal(UUID id, AdjustmentContent content) {
    return secrets.seal(json.writeValueAsBytes(content), CONTENT + id);
  }

  @Nullable AdjustmentContent content(UUID id, byte @Nullable [] sealed) {
    return sealed == null
        ? null
        : json.readValue(secrets.open(sealed, CONTENT + id), AdjustmentContent.class);
  }

  /** What of the register an officer compares, as a mark that comes back with the decision. */
  String mark(UUID id, Declared declared, Facts register) {
    var said =
        declared.items().stream()
            .map(it -> json.writeValueAsString(register.value(it)))
            .collect(Collectors.joining("\n", id + "\n", ""));
    return HexFormat.of().formatHex(secrets.hash("adjusting.look", said));
  }

  byte @Nullable [] sealAnswer(UUID id, String answer) {
    return answer.isEmpty()
        ? null
        : secrets.seal(answer.getBytes(StandardCharsets.UTF_8), ANSWER + id);
  }

  @Nullable String answer(UUID id, byte @Nullable [] sealed) {
    return sealed == null ? null : secrets.openText(sealed, ANSWER + id);
  }
}
