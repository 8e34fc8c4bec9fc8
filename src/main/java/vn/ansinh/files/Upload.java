package vn.ansinh.files;

/** What became of an upload. */
public sealed interface Upload {

  /**
   * Received; durable once the caller's transaction has committed. Whether it can be kept shows
   * when it has been drawn anew: see {@link Files#safety}.
   */
  record Stored(FileId id) implements Upload {}

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
    /** Says it is a JPEG or PNG, but is cut off or damaged; may show only after it was received. */
    BROKEN,
    /** The short side is below 200 pixels as it would be kept. */
    TOO_SMALL,
    /** Cost three image workers; shows only after it was received. Kept sealed for inspection. */
    QUARANTINED
  }
}
