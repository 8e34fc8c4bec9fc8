package vn.ansinh.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What a request tells about where it comes from.
 *
 * @param network the IPv4 address, or the /64 of an IPv6 address: what one connection has
 * @param browser browser and system in words
 */
public record Visitor(String network, String browser) {

  /** Order matters: many browsers also call themselves by the names of those below. */
  private static final Map<String, String> BROWSERS =
      inOrder(
          "Edg",
          "Edge",
          "OPR/",
          "Opera",
          "SamsungBrowser",
          "Samsung Internet",
          "coc_coc",
          "Cốc Cốc",
          "Firefox",
          "Firefox",
          "FxiOS",
          "Firefox",
          "CriOS",
          "Chrome",
          "Chrome",
          "Chrome",
          "Safari",
          "Safari");

  private static final Map<String, String> SYSTEMS =
      inOrder(
          "iPhone", "iPhone", "iPad", "iPad", "Android", "Android", "Windows", "Windows", "Mac OS",
          "macOS", "Linux", "Linux");

  public static Visitor of(HttpServletRequest request) {
    return new Visitor(
        network(request.getRemoteAddr()), name(request.getHeader(HttpHeaders.USER_AGENT)));
  }

  private static String network(String address) {
    try {
      // A literal only: a name, put into a header by whoever asks, must not be looked up.
      var parsed = InetAddress.ofLiteral(address);
      var bytes = parsed.getAddress();
      return HexFormat.of()
          .formatHex(parsed instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
    } catch (IllegalArgumentException e) {
      return "unknown";
    }
  }

  private static String name(@Nullable String userAgent) {
    if (userAgent == null) {
      return "?";
    }
    return first(BROWSERS, userAgent) + ", " + first(SYSTEMS, userAgent);
  }

  private static String first(Map<String, String> names, String userAgent) {
    return names.entrySet().stream()
        .filter(it -> userAgent.contains(it.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("?");
  }

  private static Map<String, String> inOrder(String... pairs) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
