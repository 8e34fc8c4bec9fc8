package vn.ansinh.notifications;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;

/** Connections to the operator, in plain or in TLS with the server's name checked. */
class SmppSockets implements ConnectionFactory {

  private final SocketFactory sockets;
  private final Duration timeout;

  SmppSockets(SocketFactory sockets, Duration timeout) {
    this.sockets = sockets;
    this.timeout = timeout;
  }

  @Override
  public Connection createConnection(String host, int port) throws IOException {
    var socket = sockets.createSocket();
    try {
      socket.connect(new InetSocketAddress(host, port), (int) timeout.toMillis());
      socket.setTcpNoDelay(true);
      if (socket instanceof SSLSocket tls) {
        handshake(tls);
      }
      return new SocketConnection(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static void handshake(SSLSocket tls) throws IOException {
    var parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.startHandshake();
  }
}
