package vn.ansinh.notifications;

import java.io.IOException;
import java.util.Objects;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transceiver session with the operator, bound again when it breaks. Safe for many threads. */
class SmppConnection {

  private static final Logger LOG = LoggerFactory.getLogger(SmppConnection.class);

  private final SmsSettings settings;
  private final ConnectionFactory sockets;
  private final DeliveryReceipts receipts;
  private @Nullable SMPPSession bound;

  SmppConnection(SmsSettings settings, ConnectionFactory sockets, DeliveryReceipts receipts) {
    this.settings = settings;
    this.sockets = sockets;
    this.receipts = receipts;
  }

  /**
   * The bound session; binds when there is none.
   *
   * @throws IOException when the operator cannot be reached or refuses the bind
   */
  synchronized SMPPSession session() throws IOException {
    if (bound == null || !bound.getSessionState().isBound()) {
      bound = bind();
    }
    return bound;
  }

  synchronized void drop(SMPPSession broken) {
    broken.close();
    if (bound == broken) {
      bound = null;
    }
  }

  synchronized void close() {
    if (bound != null) {
      bound.unbindAndClose();
      bound = null;
    }
  }

  private SMPPSession bind() throws IOException {
    var session = new SMPPSession(sockets);
    session.setEnquireLinkTimer((int) settings.enquireLink().toMillis());
    session.setTransactionTimer(settings.timeout().toMillis());
    session.setMessageReceiverListener(new Receipts());
    try {
      session.connectAndBind(
          settings.host(),
          settings.port(),
          new BindParameter(
              BindType.BIND_TRX,
              Objects.requireNonNull(settings.systemId()),
              settings.password(),
              settings.systemType(),
              TypeOfNumber.UNKNOWN,
              NumberingPlanIndicator.UNKNOWN,
              null),
          settings.timeout().toMillis());
      LOG.info("bound to the operator");
      return session;
    } catch (IOException e) {
      session.close();
      throw e;
    }
  }

  /** Reads delivery receipts; the operator repeats one that could not be stored. */
  private final class Receipts implements MessageReceiverListener {

    @Override
    public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
      if (!message.isSmscDeliveryReceipt()) {
        return;
      }
      var receipt = SmsReceipt.of(message);
      if (receipt.isEmpty()) {
        LOG.warn("a delivery receipt without id or status was passed over");
        return;
      }
      try {
        receive(receipt.get().id(), receipt.get().status());
      } catch (RuntimeException e) {
        LOG.warn("a delivery receipt was not stored: {}", e.getClass().getName());
        throw new ProcessRequestException("not stored", SMPPConstant.STAT_ESME_RX_T_APPN);
      }
    }

    private void receive(String id, String status) {
      switch (status) {
        case "DELIVRD" -> receipts.delivered(id);
        case "EXPIRED", "DELETED", "UNDELIV", "REJECTD" -> receipts.failed(id, "RECEIPT_" + status);
        default -> {}
      }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {}

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session source)
        throws ProcessRequestException {
      throw new ProcessRequestException("not taken", SMPPConstant.STAT_ESME_RINVCMDID);
    }
  }
}
