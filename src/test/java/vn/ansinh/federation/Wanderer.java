package vn.ansinh.federation;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A browser at the identity provider: signs in there and comes back with what it was given. */
final class Wanderer {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  /** The answer the provider sends to us, in the address it leads to. */
  static Map<String, String> bring(URI authorization, String account) {
    return new Wanderer().go(authorization, account);
  }

  private Map<String, String> go(URI authorization, String account) {
    var login = get(authorization);
    if (login.statusCode() != 302 || !location(login).endsWith("/login")) {
      return query(location(login));
    }
    var token = TOKEN.matcher(get(authorization.resolve("/login")).body());
    var form =
        "username=%s&password=%s&_csrf=%s"
            .formatted(
                encoded(account),
                encoded(IdentityServer.PASSWORD),
                token.find() ? encoded(token.group(1)) : "");
    send(
        HttpRequest.newBuilder(authorization.resolve("/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
    return query(location(get(authorization)));
  }

  private HttpResponse<String> get(URI address) {
    return send(HttpRequest.newBuilder(address).header("Accept", "text/html"));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("status:" + answer.statusCode());
  }

  static Map<String, String> query(String address) {
    var values = new HashMap<String, String>();
    var query = URI.create(address).getRawQuery();
    for (var pair : query == null ? new String[0] : query.split("&")) {
      var parts = pair.split("=", 2);
      values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return values;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
