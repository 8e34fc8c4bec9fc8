package vn.ansinh.files;

/** What came of looking for a QR code in an upload that is not kept. */
public sealed interface CodePhoto {

  /** What the code says, word for word; of unknown origin. */
  record Read(String text) implements CodePhoto {}

  record Unread() implements CodePhoto {}

  /** Not a picture that can be looked at; or, as {@code QUARANTINED}, one that cost a worker. */
  record Refused(Upload.Reason reason) implements CodePhoto {}
}
