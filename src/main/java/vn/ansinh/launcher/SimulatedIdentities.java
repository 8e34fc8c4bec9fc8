package vn.ansinh.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * Connects the demo to its simulated identity provider, on the tenth port after its own: always the
 * same one, because the address is part of what links are known by. Where that is taken, a provider
 * is set up, or the demo is shown to other machines, there is none.
 */
final class SimulatedIdentities {

  private static final int BESIDE = 10;
  private static final int HIGHEST_PORT = 65_535;
  private static final String PROVIDER = "ansinh.federation.providers.vneid.";

  /** For visitors from other machines: it would send them to their own. */
  private static final Set<String> ELSEWHERE = Set.of("ANSINH_ADDRESS", "ANSINH_PUBLIC_URL");

  private SimulatedIdentities() {}

  static void publish(int port) {
    boolean own =
        System.getenv().keySet().stream()
            .anyMatch(
                it -> it.startsWith("ANSINH_FEDERATION_PROVIDERS_") || ELSEWHERE.contains(it));
    if (!own && isFree(port + BESIDE)) {
      settings(port).forEach(System::setProperty);
    }
  }

  static Map<String, String> settings(int port) {
    var secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return Map.of(
        "ansinh.demo.identity-port",
        Integer.toString(port + BESIDE),
        PROVIDER + "issuer",
        "http://localhost:" + (port + BESIDE),
        PROVIDER + "client-id",
        "ansinh-demo",
        PROVIDER + "client-secret",
        HexFormat.of().formatHex(secret),
        PROVIDER + "name-vi",
        "VNeID (mô phỏng)",
        PROVIDER + "name-en",
        "VNeID (simulated)");
  }

  private static boolean isFree(int port) {
    if (port > HIGHEST_PORT) {
      return false;
    }
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
