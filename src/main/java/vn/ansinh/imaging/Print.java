package vn.ansinh.imaging;

import java.util.Optional;

/** What reads print, and what checks it. */
record Print(Tesseract tesseract, Letters letters) {

  /** Empty where Tesseract is not installed. */
  static Optional<Print> reader() {
    return Tesseract.installed().map(it -> new Print(it, new Letters()));
  }
}
