package vn.ansinh.notifications;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import vn.ansinh.accounts.Channel;

/**
 * SMS by SMPP 3.4 ({@code submit_sm}, GSM-7 in data coding 0). A message longer than one SMS goes
 * in parts with a user data header; the operator reports on the last part.
 */
class SmsTransport implements Transport {

  private static final Duration CODE_IS_GOOD_FOR = Duration.ofMinutes(5);
  private static final Duration OPERATOR_TRIES_FOR = Duration.ofHours(48);

  private final SmppConnection connection;
  private final SmsSettings settings;
  private final Duration batchWithin;
  private final Clock clock;
  private final AtomicInteger references = new AtomicInteger();

  SmsTransport(SmppConnection connection, SmsSettings settings, Duration batchWithin, Clock clock) {
    this.connection = connection;
    this.settings = settings;
    this.batchWithin = batchWithin;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public void tend() throws IOException {
    connection.session();
  }

  @Override
  public void close() {
    connection.close();
  }

  @Override
  public void hand(List<Outgoing> batch, BiConsumer<Outgoing, Handing> told) {
    SMPPSession session;
    try {
      session = connection.session();
    } catch (IOException e) {
      batch.forEach(it -> told.accept(it, new Handing.Unreachable("UNREACHABLE")));
      return;
    }
    var until = clock.instant().plus(batchWithin);
    var usable = true;
    for (var message : batch) {
      var now = clock.instant();
      if (message.isExpired(now)) {
        told.accept(message, new Handing.Expired());
      } else if (!usable || now.isAfter(until)) {
        told.accept(message, new Handing.NotTried("BATCH_ENDED"));
      } else {
        var answer = hand(session, message);
        usable = answer instanceof Handing.HandedOver || answer instanceof Handing.Refused;
        told.accept(message, answer);
      }
    }
  }

  private Handing hand(SMPPSession session, Outgoing message) {
    try {
      return new Handing.HandedOver(submit(session, message));
    } catch (NegativeResponseException e) {
      return judge(e.getCommandStatus());
    } catch (ResponseTimeoutException e) {
      connection.drop(session);
      return new Handing.CutOff("TIMED_OUT");
    } catch (IOException | PDUException | InvalidResponseException e) {
      connection.drop(session);
      return new Handing.CutOff("CONNECTION_CUT");
    }
  }

  /** A full queue and too fast a pace ask for a pause; a wrong number stays wrong. */
  private static Handing judge(int status) {
    var problem = "SMPP_" + Integer.toHexString(status).toUpperCase(Locale.ROOT);
    return switch (status) {
      case SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL ->
          new Handing.NotTried(problem);
      case SMPPConstant.STAT_ESME_RINVDSTADR -> new Handing.Refused(problem);
      default -> new Handing.Deferred(problem);
    };
  }

  private String submit(SMPPSession session, Outgoing message)
      throws PDUException,
          ResponseTimeoutException,
          InvalidResponseException,
          NegativeResponseException,
          IOException {
    var parts = SmsText.parts(message.content().text());
    var reference = (byte) references.incrementAndGet();
    var id = "";
    for (int i = 0; i < parts.size(); i++) {
      var whole = parts.size() == 1;
      var octets = whole ? parts.get(i) : withHeader(parts.get(i), reference, parts.size(), i + 1);
      var receipt =
          i == parts.size() - 1 ? SMSCDeliveryReceipt.SUCCESS_FAILURE : SMSCDeliveryReceipt.DEFAULT;
      id =
          session
              .submitShortMessage(
                  "",
                  TypeOfNumber.valueOf((byte) settings.senderTon()),
                  NumberingPlanIndicator.valueOf((byte) settings.senderNpi()),
                  Objects.requireNonNull(settings.sender()),
                  TypeOfNumber.valueOf((byte) settings.recipientTon()),
                  NumberingPlanIndicator.valueOf((byte) settings.recipientNpi()),
                  message.recipient().substring(message.recipient().startsWith("+") ? 1 : 0),
                  new ESMClass(whole ? 0 : SMPPConstant.ESMCLS_UDHI_INDICATOR_SET),
                  (byte) 0,
                  (byte) 0,
                  null,
                  validity(message),
                  new RegisteredDelivery(receipt),
                  (byte) 0,
                  GeneralDataCoding.DEFAULT,
                  (byte) 0,
                  octets)
              .getMessageId();
    }
    return id;
  }

  private static byte[] withHeader(byte[] part, byte reference, int total, int number) {
    return ByteBuffer.allocate(part.length + 6)
        .put(new byte[] {5, 0, 3, reference, (byte) total, (byte) number})
        .put(part)
        .array();
  }

  /** Relative time of SMPP 3.4 §7.1.1: the operator drops what would come too late. */
  private String validity(Outgoing message) {
    var left = message.kind() == MessageKind.CODE ? CODE_IS_GOOD_FOR : OPERATOR_TRIES_FOR;
    if (message.expiresAt() != null && message.kind() != MessageKind.CODE) {
      var until = Duration.between(clock.instant(), message.expiresAt());
      left = until.compareTo(left) < 0 ? until : left;
    }
    return "0000%02d%02d%02d%02d000R"
        .formatted(
            left.toDaysPart(), left.toHoursPart(), left.toMinutesPart(), left.toSecondsPart());
  }
}
