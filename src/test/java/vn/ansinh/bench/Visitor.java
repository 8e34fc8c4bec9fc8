package vn.ansinh.bench;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Somebody at AnSinh's pages, who posts forms with the token of the last page seen. Not
 * thread-safe.
 */
public final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String address;
  private final Jar cookies = new Jar();
  private String token = "";

  public Visitor(String address) {
    this.address = address;
  }

  public HttpResponse<String> get(HttpClient connection, String path) {
    return remember(cookies.get(connection, address + path));
  }

  public HttpResponse<String> post(HttpClient connection, String path, Map<String, String> fields) {
    var all = new HashMap<>(fields);
    all.put("_csrf", token);
    return remember(cookies.post(connection, address + path, all));
  }

  public void forget(String cookie) {
    cookies.forget(cookie);
  }

  private HttpResponse<String> remember(HttpResponse<String> answer) {
    var found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token = found.group(1);
    }
    return answer;
  }
}
