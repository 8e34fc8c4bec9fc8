package vn.ansinh.accounts;

/**
 * Where a network is, in the operator's words: as exact as the table is, which is seldom more than
 * a province and sometimes wrong.
 */
public record Place(String vietnamese, String english) {

  @Override
  public String toString() {
    return "Place";
  }
}
