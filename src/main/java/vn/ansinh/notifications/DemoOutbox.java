package vn.ansinh.notifications;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

/** What the demo would have sent, readable by everybody; there is no such bean in production. */
@Service
@ConditionalOnProperty(prefix = "ansinh", name = "mode", havingValue = "demo")
public class DemoOutbox {

  private static final int SHOWN = 50;

  private final DemoStore store;
  private final Enclosures enclosures;

  DemoOutbox(DemoStore store, Enclosures enclosures) {
    this.store = store;
    this.enclosures = enclosures;
  }

  /**
   * The newest fifty messages.
   *
   * @param recipient part of an e-mail address or of a phone number in any spelling; blank for all
   */
  public List<DemoMessage> newest(String recipient) {
    return store.newest(addressPart(recipient), SHOWN);
  }

  public Optional<DemoMessage> find(UUID id) {
    return store.find(id);
  }

  /** The PDF attached to a message; empty when there is none or its declaration is gone. */
  public Optional<byte[]> document(UUID id) {
    return store.find(id).filter(DemoMessage::hasDocument).flatMap(this::form);
  }

  private Optional<byte[]> form(DemoMessage message) {
    try {
      var enclosure =
          message.kind() == MessageKind.STOPPING_FORM
              ? Content.Enclosure.STOP_FORM_01
              : Content.Enclosure.FORM_01;
      return Optional.of(enclosures.open(enclosure, message.subjectId()).bytes());
    } catch (EnclosureMissing e) {
      return Optional.empty();
    }
  }

  /** {@code 0352 153 000} finds {@code +84352153000}. */
  private static String addressPart(String typed) {
    var text = typed.strip().toLowerCase(Locale.ROOT);
    return text.matches("[+0-9 .-]+")
        ? text.replaceAll("[^0-9]", "").replaceFirst("^(0|84)", "")
        : text;
  }
}
