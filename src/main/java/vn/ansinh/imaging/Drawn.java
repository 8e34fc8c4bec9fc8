package vn.ansinh.imaging;

/** What became of a picture that was to be drawn anew. */
public sealed interface Drawn {

  /**
   * Only pixels were carried over.
   *
   * @param jpeg upright, without metadata
   */
  record Picture(byte[] jpeg, int width, int height) implements Drawn {}

  /** The pixels cannot be decoded. */
  record Broken() implements Drawn {}

  /**
   * The process died over it or did not finish in time. A second try may go well; after a third
   * failure the picture, not the process, is to blame.
   */
  record Crashed() implements Drawn {}
}
