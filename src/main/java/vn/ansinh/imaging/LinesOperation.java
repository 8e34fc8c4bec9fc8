package vn.ansinh.imaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * Reads the machine lines on the back of a card in a picture that has been drawn anew: as it lies,
 * turned by a quarter, and cut out along the paper's edge; each upright and on its head.
 *
 * <pre>
 * question = milliseconds after which nothing new is tried (4), the JPEG
 * result   = one of NONE, UNREADABLE, READ (1), of what is read: three lines, ASCII
 * </pre>
 */
final class LinesOperation implements Operation {

  static final byte CODE = 5;

  private static final byte NONE = 0;
  private static final byte UNREADABLE = 1;
  private static final byte READ = 2;
  private static final byte UNABLE = 3;

  /** Of a card laid flat. */
  private static final int WIDTH = 1240;

  private static final int HEIGHT = 782;

  /** Made by the rehearsal, once libraries are loaded and while files can be opened. */
  private @Nullable Print print;

  static byte[] question(Duration limit) {
    return ByteBuffer.allocate(4).putInt((int) limit.toMillis()).array();
  }

  static LineSearch found(byte[] result) {
    return switch (result[0]) {
      case READ ->
          new LineSearch.Read(new String(result, 1, result.length - 1, StandardCharsets.US_ASCII));
      case UNREADABLE -> new LineSearch.Unreadable();
      case UNABLE -> new LineSearch.Unable();
      default -> new LineSearch.None();
    };
  }

  /** Whether there is anything on this machine to read with. */
  boolean isAble() {
    return print != null;
  }

  @Override
  public byte code() {
    return CODE;
  }

  /** Every step by itself, then noise, nothing, and what is no picture. */
  @Override
  public List<byte[]> rehearsal() {
    var reader = Print.reader();
    reader.ifPresent(LinesRehearsal::run);
    print = reader.orElse(null);
    var questions = new ArrayList<byte[]>();
    for (var picture : LinesRehearsal.pictures()) {
      var head = question(Duration.ZERO);
      questions.add(
          ByteBuffer.allocate(head.length + picture.length).put(head).put(picture).array());
    }
    return questions;
  }

  @Override
  public byte @Nullable [] run(ByteBuffer question) {
    var reader = print;
    if (reader == null) {
      return new byte[] {UNABLE};
    }
    long end = WorkTime.nanos() + Duration.ofMillis(question.getInt()).toNanos();
    var bytes = new byte[question.remaining()];
    question.get(bytes);
    try (var sheets = new Sheets()) {
      var raw = sheets.kept(new MatOfByte(bytes));
      var picture = sheets.kept(Imgcodecs.imdecode(raw, Imgcodecs.IMREAD_COLOR));
      return picture.empty() ? null : read(picture, new LineReader(reader, sheets, end), sheets);
    }
  }

  private static byte[] read(Mat picture, LineReader reader, Sheets sheets) {
    boolean seen = false;
    for (var view : VIEWS) {
      var grey = view.seen(picture, sheets);
      var lines = MachineLineBand.lines(grey, sheets);
      if (lines.isEmpty()) {
        continue;
      }
      seen = true;
      var read = reader.read(lines);
      if (read.isPresent()) {
        var text = read.get().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(1 + text.length).put(READ).put(text).array();
      }
    }
    return new byte[] {seen ? UNREADABLE : NONE};
  }

  private interface View {
    Mat seen(Mat picture, Sheets sheets);
  }

  private static final List<View> VIEWS =
      List.of(
          (picture, sheets) -> sheets.converted(picture, Imgproc.COLOR_BGR2GRAY),
          (picture, sheets) -> {
            var coarse = sheets.scaled(picture, MeasureOperation.COARSE);
            var paper = PaperOutline.of(coarse, sheets);
            var card = FlatCard.of(picture, paper, WIDTH, HEIGHT, sheets);
            return sheets.converted(card, Imgproc.COLOR_BGR2GRAY);
          },
          (picture, sheets) -> {
            var turned = sheets.blank();
            Core.rotate(
                sheets.converted(picture, Imgproc.COLOR_BGR2GRAY),
                turned,
                Core.ROTATE_90_CLOCKWISE);
            return turned;
          });
}
