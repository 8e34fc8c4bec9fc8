package vn.ansinh.web;

import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the layout and every component need on every page: words, language, the token against forged
 * requests, the script nonce, addresses of assets.
 */
public final class Chrome {

  private final Texts texts;
  private final Locale locale;
  private final UnaryOperator<String> assets;
  private final Request request;

  /**
   * The facts of one request.
   *
   * @param path without query, for the language switch and the current tab
   * @param user what to call the person signed in, if any
   * @param display how the visitor wants pages to look
   * @param unread messages the person signed in has not read; asked only when shown
   */
  public record Request(
      String path,
      String csrfField,
      String csrfToken,
      String nonce,
      boolean demo,
      @Nullable String user,
      Display display,
      IntSupplier unread) {}

  Chrome(Texts texts, Locale locale, UnaryOperator<String> assets, Request request) {
    this.texts = texts;
    this.locale = locale;
    this.assets = assets;
    this.request = request;
  }

  /** The text in the language of the page. */
  public String t(String key, Object... arguments) {
    return texts.of(locale, key, arguments);
  }

  /** Whether there is such a text; for optional hints. */
  public boolean has(String key) {
    return texts.find(locale, key).isPresent();
  }

  /** {@code vi} or {@code en}. */
  public String language() {
    return locale.getLanguage().equals("vi") ? "vi" : "en";
  }

  public Locale locale() {
    return locale;
  }

  public boolean vietnamese() {
    return language().equals("vi");
  }

  /** The address of a static file with its content's fingerprint, to be cached for ever. */
  public String asset(String path) {
    return assets.apply(path);
  }

  public String path() {
    return request.path();
  }

  public String csrfField() {
    return request.csrfField();
  }

  public String csrfToken() {
    return request.csrfToken();
  }

  public String nonce() {
    return request.nonce();
  }

  public boolean demo() {
    return request.demo();
  }

  public Display display() {
    return request.display();
  }

  /** Messages the person signed in has not read. */
  public int unread() {
    return request.unread().getAsInt();
  }

  public @Nullable String user() {
    return request.user();
  }
}
