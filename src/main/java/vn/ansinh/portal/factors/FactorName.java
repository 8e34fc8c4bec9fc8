package vn.ansinh.portal.factors;

/** What a person calls an app or a key. */
final class FactorName {

  private static final int LONGEST = 60;

  private FactorName() {}

  /** Empty when it is no name. */
  static String plain(String typed) {
    var name = typed.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
    return name.codePointCount(0, name.length()) > LONGEST ? "" : name;
  }
}
