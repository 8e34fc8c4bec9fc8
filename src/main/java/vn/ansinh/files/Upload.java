package vn.ansinh.files;

/** What became of an upload. */
public sealed interface Upload {

  /**
   * Kept; durable once the caller's transaction, if there is one, has committed.
   *
   * @param width of the picture as kept, upright, in pixels
   * @param bytes of the JPEG as kept
   */
  record Stored(FileId id, int width, int height, long bytes) implements Upload {}

  record Refused(Reason reason) implements Upload {}

  /** Why a picture was not taken; nothing of it is kept. */
  enum Reason {
    /** No bytes at all: the upload broke off or the file is empty. */
    EMPTY,
    /** More than 5 MB. */
    TOO_LARGE,
    /** More than 24 megapixels by its header; never decoded. */
    TOO_MANY_PIXELS,
    /** The iPhone's own format, which browsers and offices cannot show. */
    HEIC,
    /** Neither JPEG nor PNG by its first bytes, or a moving picture. */
    NOT_AN_IMAGE,
    /** Says it is a JPEG or PNG, but is cut off or damaged. */
    BROKEN,
    /** The short side is below 200 pixels as it would be kept. */
    TOO_SMALL
  }
}
