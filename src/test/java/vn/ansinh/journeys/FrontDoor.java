package vn.ansinh.journeys;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;

/**
 * The public address of a server whose port is known only once it runs: leads on to it, as a proxy
 * would.
 */
final class FrontDoor {

  private final HttpServer server;
  private volatile String behind = "";

  private FrontDoor(HttpServer server) {
    this.server = server;
  }

  static FrontDoor open() {
    try {
      var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      var door = new FrontDoor(server);
      server.createContext(
          "/",
          exchange -> {
            exchange
                .getResponseHeaders()
                .add("Location", door.behind + exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
          });
      server.start();
      return door;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  void leadsTo(String address) {
    behind = address;
  }
}
