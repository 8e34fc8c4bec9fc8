package vn.ansinh.portal.signin;

import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Problems;

/**
 * The sign-in page.
 *
 * @param userName as typed before, to be put right
 * @param notice why the visitor was led here, a key under {@code signin.notice}
 */
public record SignInPage(String userName, @Nullable String notice, Problems problems) {

  static SignInPage empty(@Nullable String notice) {
    return new SignInPage("", notice, Problems.NONE);
  }

  static SignInPage again(SignInForm form, Problems problems) {
    var name = form.typedName();
    return new SignInPage(name.length() > 60 ? "" : name, null, problems);
  }
}
