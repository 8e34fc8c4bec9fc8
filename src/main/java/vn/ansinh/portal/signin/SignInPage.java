package vn.ansinh.portal.signin;

import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Problems;

/**
 * The sign-in page.
 *
 * @param userName as typed before, to be put right
 * @param read whether a card said it
 * @param notice why the visitor was led here, a key under {@code signin.notice}
 */
public record SignInPage(
    String userName, boolean read, @Nullable String notice, Problems problems) {

  static SignInPage empty(@Nullable String notice) {
    return new SignInPage("", false, notice, Problems.NONE);
  }

  static SignInPage read(String number) {
    return new SignInPage(number, true, null, Problems.NONE);
  }

  static SignInPage again(SignInForm form, Problems problems) {
    var name = form.typedName();
    return new SignInPage(name.length() > 60 ? "" : name, false, null, problems);
  }
}
