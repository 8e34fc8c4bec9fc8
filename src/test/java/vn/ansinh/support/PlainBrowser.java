package vn.ansinh.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without script and without eyes: cookies, forms, uploads. For tests of what the server
 * answers.
 */
public final class PlainBrowser {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private String token = "";

  public PlainBrowser(String address) {
    this.address = address;
  }

  public HttpResponse<String> get(String path) {
    return remember(send(request(path).GET().build()));
  }

  /** What is no text. */
  public byte[] bytes(String path) {
    try {
      return client.send(request(path).GET().build(), BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Posts a form with the token of the last page seen. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    var all = new LinkedHashMap<String, String>();
    all.put("_csrf", token);
    all.putAll(fields);
    var body =
        all.entrySet().stream()
            .map(it -> encode(it.getKey()) + "=" + encode(it.getValue()))
            .collect(Collectors.joining("&"));
    return postRaw(
        path, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
  }

  public HttpResponse<String> postRaw(String path, String type, byte[] body) {
    return remember(
        send(
            request(path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build()));
  }

  public HttpResponse<String> upload(String path, String field, String fileName, byte[] content) {
    var boundary = "----ansinh";
    var body = new ByteArrayOutputStream();
    body.writeBytes(part(boundary, "name=\"_csrf\"", ""));
    body.writeBytes(token.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(
        part(
            "\r\n--" + boundary,
            "name=\"%s\"; filename=\"%s\"".formatted(field, fileName),
            "Content-Type: image/jpeg\r\n"));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return postRaw(path, "multipart/form-data; boundary=" + boundary, body.toByteArray());
  }

  public String token() {
    return token;
  }

  private static byte[] part(String boundary, String disposition, String more) {
    var start = boundary.startsWith("\r\n") ? boundary : "--" + boundary;
    return (start + "\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more + "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html");
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> remember(HttpResponse<String> answer) {
    var found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token = found.group(1);
    }
    return answer;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
