package vn.ansinh.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The cookies of one person, whose requests go over a connection that is lent to them: thousands of
 * people, as many connections as there are clients, the same client for every server measured. Not
 * thread-safe.
 */
public final class Jar {

  private final Map<String, String> cookies = new TreeMap<>();

  /** One connection, kept open from request to request, if one thread uses it. */
  public static HttpClient connection() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  public HttpResponse<String> get(HttpClient connection, String address) {
    return send(connection, request(address).GET());
  }

  public HttpResponse<String> post(
      HttpClient connection, String address, Map<String, String> fields) {
    var body =
        fields.entrySet().stream()
            .map(it -> encode(it.getKey()) + "=" + encode(it.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        connection,
        request(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  public void forget(String cookie) {
    cookies.remove(cookie);
  }

  public void forgetAll() {
    cookies.clear();
  }

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html");
  }

  private HttpResponse<String> send(HttpClient connection, HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(it -> it.getKey() + "=" + it.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      var answer = connection.send(request.build(), BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whether it is marked as secure does not matter to somebody on the same machine. */
  private void keep(String header) {
    var cookie = header.split(";", 2);
    var pair = cookie[0].split("=", 2);
    if (pair[1].isEmpty() || cookie.length > 1 && cookie[1].contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
