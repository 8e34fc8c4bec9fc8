package vn.ansinh.identity;

import java.util.function.IntPredicate;

/** Looks at every character; cheaper than a stream where imports do it millions of times. */
final class Scan {

  private Scan() {}

  static boolean all(String text, IntPredicate wanted) {
    for (int i = 0; i < text.length(); i++) {
      if (!wanted.test(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
