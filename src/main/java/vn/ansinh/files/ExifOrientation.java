package vn.ansinh.files;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;

/** How the camera was held: the only thing taken from a picture's metadata. */
final class ExifOrientation {

  static final int UPRIGHT = 1;

  private ExifOrientation() {}

  /** Never fails: metadata that cannot be read says nothing. */
  static int in(byte[] tiff) {
    var metadata = new Metadata();
    try {
      new ExifReader().extract(new ByteArrayReader(tiff), metadata);
    } catch (RuntimeException e) {
      return UPRIGHT;
    }
    var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    var value = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
    return value == null || value < 1 || value > 8 ? UPRIGHT : value;
  }
}
