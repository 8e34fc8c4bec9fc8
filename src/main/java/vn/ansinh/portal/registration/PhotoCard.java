package vn.ansinh.portal.registration;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.files.FileKind;

/**
 * One of the photos.
 *
 * @param kind name of a {@link FileKind}
 * @param pictureAt where the picture is, absent until there is one that is safe
 * @param advice what may be found wanting in it, and what to do; never keeps anybody from sending
 * @param differs what the card in it says otherwise than what is typed
 * @param fills whether what the card says can be put into the form
 * @param agrees whether the card was read and says what is typed
 * @param waitingAt the page to look at again while the picture received is not yet safe
 */
public record PhotoCard(
    String kind,
    @Nullable String pictureAt,
    List<String> advice,
    List<String> differs,
    boolean fills,
    boolean agrees,
    @Nullable String waitingAt,
    @Nullable String problem) {

  public static PhotoCard of(
      FileKind kind,
      @Nullable String pictureAt,
      List<String> advice,
      @Nullable String waitingAt,
      @Nullable String problem) {
    return new PhotoCard(
        kind.name(), pictureAt, advice, List.of(), false, false, waitingAt, problem);
  }

  /** With what the card in it says, where the picture is shown. */
  PhotoCard saying(PhotoReadings.Words words) {
    return pictureAt == null
        ? this
        : new PhotoCard(
            kind,
            pictureAt,
            Stream.concat(advice.stream(), words.advice().stream()).toList(),
            words.differs(),
            words.fills(),
            words.agrees(),
            waitingAt,
            problem);
  }
}
