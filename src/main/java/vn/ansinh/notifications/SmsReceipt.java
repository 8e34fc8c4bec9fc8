package vn.ansinh.notifications;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * An operator's word about a message it took: as parameters (SMPP 3.4 §5.3.2.12 and .35), or in the
 * text everybody copied from appendix B, or some of each.
 *
 * @param id the operator's own of the message
 * @param status as appendix B spells it, such as {@code UNDELIV}
 */
record SmsReceipt(String id, String status) {

  private static final Pattern ID = Pattern.compile("\\bid:(\\S+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern STATUS =
      Pattern.compile("\\bstat:([A-Z]{4,8})", Pattern.CASE_INSENSITIVE);

  static Optional<SmsReceipt> of(DeliverSm message) {
    var text = text(message);
    var id = id(message);
    var state = message.getOptionalParameter(OptionalParameter.Message_state.class);
    id = id == null ? found(ID, text) : id;
    var status = state == null ? found(STATUS, text) : status(state.getValue());
    return id == null || status == null
        ? Optional.empty()
        : Optional.of(new SmsReceipt(id, status.toUpperCase(Locale.ROOT)));
  }

  private static @Nullable String id(DeliverSm message) {
    var id = message.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    return id == null || id.getValueAsString().isBlank() ? null : id.getValueAsString().strip();
  }

  private static String text(DeliverSm message) {
    var octets = message.getShortMessage();
    var payload = message.getOptionalParameter(OptionalParameter.Message_payload.class);
    if ((octets == null || octets.length == 0) && payload != null) {
      octets = payload.getValue();
    }
    return octets == null ? "" : new String(octets, StandardCharsets.ISO_8859_1);
  }

  private static @Nullable String found(Pattern pattern, String text) {
    var match = pattern.matcher(text);
    return match.find() ? match.group(1) : null;
  }

  private static String status(byte state) {
    return switch (state) {
      case 2 -> "DELIVRD";
      case 3 -> "EXPIRED";
      case 4 -> "DELETED";
      case 5 -> "UNDELIV";
      case 8 -> "REJECTD";
      default -> "ENROUTE";
    };
  }
}
