package vn.ansinh.portal.signin;

import vn.ansinh.web.Problems;

/**
 * Everything {@code portal/signin/scan.jte} shows.
 *
 * @param recovering whether the person goes on to a new password instead of signing in
 * @param text as typed before
 * @param decoder address of the script that finds codes in pictures, fetched only when needed
 */
public record CardScanPage(boolean recovering, String text, String decoder, Problems problems) {

  /** Where the person came from. */
  public String back() {
    return recovering ? RecoveryPages.ASK : "/sign-in";
  }
}
