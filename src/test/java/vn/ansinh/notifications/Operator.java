package vn.ansinh.notifications;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/** A mobile operator: jSMPP's own server, answering as the test says. */
public final class Operator implements AutoCloseable, ServerMessageReceiverListener {

  public static final String SYSTEM_ID = "ansinh";
  public static final String PASSWORD = "mat-khau";

  public final List<SubmitSm> messages = new CopyOnWriteArrayList<>();
  final BlockingQueue<SMPPServerSession> sessions = new LinkedBlockingQueue<>();

  private final ServerSocket socket;
  private final SMPPServerSessionListener listener;
  private final Thread door;
  private volatile ToIntFunction<Integer> statuses = _ -> 0;

  public Operator() throws IOException {
    this(new ServerSocket(0));
  }

  Operator(ServerSocket socket) throws IOException {
    this.socket = socket;
    this.listener = new SMPPServerSessionListener(0, new One(socket));
    listener.setMessageReceiverListener(this);
    door = Thread.ofPlatform().daemon().start(this::accept);
  }

  /** The status of the n-th message, from 0; anything but 0 is a refusal. */
  Operator answering(ToIntFunction<Integer> statuses) {
    this.statuses = statuses;
    return this;
  }

  public int port() {
    return socket.getLocalPort();
  }

  void report(SMPPServerSession session, String id, String status) throws Exception {
    var text =
        "id:%s sub:001 dlvrd:001 submit date:2611211002 done date:2611211003 stat:%s err:000 text:"
            .formatted(id, status);
    report(session, text);
  }

  void report(SMPPServerSession session, String text, OptionalParameter... parameters)
      throws Exception {
    session.deliverShortMessage(
        "",
        TypeOfNumber.INTERNATIONAL,
        NumberingPlanIndicator.ISDN,
        "84352153000",
        TypeOfNumber.ALPHANUMERIC,
        NumberingPlanIndicator.UNKNOWN,
        "BHXH",
        new ESMClass(SMPPConstant.ESMCLS_SMSC_DELIV_RECEIPT),
        (byte) 0,
        (byte) 0,
        new RegisteredDelivery(0),
        GeneralDataCoding.DEFAULT,
        text.getBytes(),
        parameters);
  }

  SMPPServerSession session() throws InterruptedException {
    var session = sessions.poll(20, TimeUnit.SECONDS);
    if (session == null) {
      throw new AssertionError("nobody bound");
    }
    return session;
  }

  /** Nobody gets in any more once this has returned. */
  @Override
  public void close() throws IOException {
    listener.close();
    socket.close();
    try {
      if (!door.join(Duration.ofSeconds(20))) {
        throw new AssertionError("the door stays open");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    sessions.forEach(SMPPServerSession::close);
  }

  private void accept() {
    try {
      while (true) {
        var session = listener.accept();
        Thread.ofVirtual().start(() -> bind(session));
      }
    } catch (IOException | IllegalStateException e) {
      // closed
    }
  }

  private void bind(SMPPServerSession session) {
    try {
      var request = session.waitForBind(10_000);
      if (request.getSystemId().equals(SYSTEM_ID) && request.getPassword().equals(PASSWORD)) {
        request.accept("operator", InterfaceVersion.IF_34);
        sessions.add(session);
      } else {
        request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
      }
    } catch (Exception e) {
      session.close();
    }
  }

  @Override
  public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source)
      throws ProcessRequestException {
    int number = messages.size();
    messages.add(message);
    int status = statuses.applyAsInt(number);
    if (status != 0) {
      throw new ProcessRequestException("as scripted", status);
    }
    try {
      return new SubmitSmResult(new MessageId("M" + number), null);
    } catch (org.jsmpp.PDUStringException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void onAcceptReplaceSm(ReplaceSm message, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void onAcceptCancelSm(CancelSm message, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm message, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void onAcceptCancelBroadcastSm(CancelBroadcastSm message, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
      QueryBroadcastSm query, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm message, Session source) {
    throw new UnsupportedOperationException();
  }

  /** Listens on the socket it was given. */
  private record One(ServerSocket socket) implements ServerConnectionFactory {

    @Override
    public ServerConnection listen(int port) {
      return new ServerSocketConnection(socket);
    }

    @Override
    public ServerConnection listen(int port, int timeout) {
      return listen(port);
    }

    @Override
    public ServerConnection listen(int port, int timeout, int backlog) {
      return listen(port);
    }
  }
}
