package vn.ansinh.files;

import org.springframework.stereotype.Service;
import vn.ansinh.files.Inspection.Drawable;
import vn.ansinh.files.Inspection.Undrawable;
import vn.ansinh.files.Upload.Reason;
import vn.ansinh.imaging.CodeSearch;
import vn.ansinh.imaging.Imaging;
import vn.ansinh.imaging.ImagingException;
import vn.ansinh.imaging.Original;
import vn.ansinh.platform.Overloaded;

/**
 * Reads codes from photos while somebody waits. Judged by the header like every upload, looked at
 * by a process that may die of it, and kept nowhere.
 */
@Service
public class CodePhotos {

  /** Codes on cards are small: more than is kept of a photo. */
  private static final int LONG_SIDE = 2400;

  private final Imaging imaging;

  CodePhotos(Imaging imaging) {
    this.imaging = imaging;
  }

  /**
   * Takes up to some seconds. Not to be called in a transaction.
   *
   * @throws Overloaded when no worker gets free soon, or none can be had
   */
  public CodePhoto read(byte[] upload) {
    return switch (Inspection.of(upload)) {
      case Undrawable(var reason) -> new CodePhoto.Refused(reason);
      case Drawable picture -> read(picture);
    };
  }

  private CodePhoto read(Drawable picture) {
    try {
      var original = new Original(picture.format(), 1, LONG_SIDE, picture.bare());
      return switch (imaging.findCode(original)) {
        case CodeSearch.Found(var text) -> new CodePhoto.Read(text);
        case CodeSearch.None _ -> new CodePhoto.Unread();
        case CodeSearch.Broken _ -> new CodePhoto.Refused(Reason.BROKEN);
        case CodeSearch.Crashed _ -> new CodePhoto.Refused(Reason.QUARANTINED);
      };
    } catch (ImagingException e) {
      throw new Overloaded("read a photo");
    }
  }
}
