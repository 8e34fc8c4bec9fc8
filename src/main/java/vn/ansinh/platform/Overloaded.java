package vn.ansinh.platform;

/** Too much costly work at this moment: nothing was done, and a little later it will be. */
public final class Overloaded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Overloaded(String work) {
    super("no free place to " + work);
  }
}
