package vn.ansinh.guardianship;

/** How far somebody may go with another person's data; who may act may look as well. */
public enum Right {
  LOOK,
  ACT;

  public boolean includes(Right needed) {
    return compareTo(needed) >= 0;
  }
}
