package vn.ansinh.platform;

/**
 * Something somebody may see cannot be shown, because what is kept of it is lost or was altered: a
 * fault of ours that has words of its own on the page. Nothing of it is shown.
 */
public final class Unshowable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Unshowable(String what) {
    super(what);
  }
}
