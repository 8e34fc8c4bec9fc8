package vn.ansinh.guardianship;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.platform.Secrets;

/** What was typed about a child and written to the guardian, under seal and bound to its row. */
@Component
class SealedApplications {

  private static final String CONTENT = "guardianship.application.content.";
  private static final String NOTE = "guardianship.application.note.";

  private final Secrets secrets;
  private final JsonMapper json;

  SealedApplications(Secrets secrets, JsonMapper json) {
    this.secrets = secrets;
    this.json = json;
  }

  byte[] seal(ApplicationId id, ChildForm form) {
    return secrets.seal(json.writeValueAsBytes(form), CONTENT + id.value());
  }

  @Nullable ChildForm form(ApplicationId id, byte @Nullable [] sealed) {
    return sealed == null
        ? null
        : json.readValue(secrets.open(sealed, CONTENT + id.value()), ChildForm.class);
  }

  byte @Nullable [] sealNote(ApplicationId id, String note) {
    return note.isBlank()
        ? null
        : secrets.seal(note.strip().getBytes(StandardCharsets.UTF_8), NOTE + id.value());
  }

  @Nullable String note(ApplicationId id, byte @Nullable [] sealed) {
    return sealed == null ? null : secrets.openText(sealed, NOTE + id.value());
  }
}
