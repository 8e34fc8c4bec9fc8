package vn.ansinh.portal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.ansinh.files.CodePhoto;
import vn.ansinh.files.CodePhotos;
import vn.ansinh.files.Files;
import vn.ansinh.platform.Wiped;
import vn.ansinh.web.Chrome;

/**
 * Codes on photos of cards, found by the server for browsers without a script. A photo is looked at
 * and not kept. What each costs is for the caller to limit.
 */
@Component
public class CardPhotos {

  private final CodePhotos photos;

  CardPhotos(CodePhotos photos) {
    this.photos = photos;
  }

  /** What a photo turned out to say. */
  public sealed interface Outcome {

    /** The text of its code, of whatever kind that is. */
    record Text(String text) implements Outcome {}

    /** A sentence for the sender: why there is none, and what to do. */
    record None(String sentence) implements Outcome {}
  }

  /**
   * @param photo absent when none was chosen
   * @throws IOException if it does not arrive whole
   */
  public Outcome read(@Nullable MultipartFile photo, Chrome chrome) throws IOException {
    var upload = photo == null ? new byte[0] : Files.read(photo.getInputStream());
    return switch (Wiped.after(upload, photos::read)) {
      case CodePhoto.Read(var text) -> new Outcome.Text(text);
      case CodePhoto.Unread _ -> new Outcome.None(chrome.t("scan.unread"));
      case CodePhoto.Refused(var reason) ->
          new Outcome.None(chrome.t("scan.photo.refused." + reason));
    };
  }
}
