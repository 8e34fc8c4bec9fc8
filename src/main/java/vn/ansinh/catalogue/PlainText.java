package vn.ansinh.catalogue;

/** Names and addresses that read the same wherever they are shown. */
final class PlainText {

  private PlainText() {}

  /** Control characters, and marks that turn or hide what stands around them. */
  static boolean hidesSomething(String text) {
    return text.codePoints()
        .anyMatch(it -> Character.isISOControl(it) || Character.getType(it) == Character.FORMAT);
  }
}
