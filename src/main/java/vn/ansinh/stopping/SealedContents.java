package vn.ansinh.stopping;

import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.platform.Secrets;

/** What a declaration says about the person, under seal and bound to its row. */
@Component
class SealedContents {

  private static final String CONTENT = "stopping.declaration.content.";

  private final Secrets secrets;
  private final JsonMapper json;

  SealedContents(Secrets secrets, JsonMapper json) {
    this.secrets = secrets;
    this.json = json;
  }

  byte[] seal(UUID id, StopContent content) {
    return secrets.seal(json.writeValueAsBytes(content), CONTENT + id);
  }

  StopContent open(UUID id, byte[] sealed) {
    return json.readValue(secrets.open(sealed, CONTENT + id), StopContent.class);
  }
}
