package vn.ansinh.imaging;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import vn.ansinh.files.Pictures;

/**
 * Speaks like a worker and drops dead at the sight of one format, or when it shall read what it has
 * drawn of that; others it draws badly, and reads nothing on them.
 *
 * <p>Arguments: the format, {@code drawing} or {@code reading}.
 */
final class FragileWorker {

  private FragileWorker() {}

  public static void main(String[] arguments) throws IOException {
    byte deadly = Byte.parseByte(arguments[0]);
    boolean whenDrawn = arguments[1].equals("drawing");
    var in = new DataInputStream(System.in);
    var out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    var others = Pictures.jpeg(300, 300);
    var poison = Pictures.jpeg(400, 300);
    Frames.write(out, Frames.READY, new byte[0]);
    for (var frame = Frames.read(in); frame != null; frame = Frames.read(in)) {
      var question = frame.content();
      if (frame.code() == ForgetOperation.CODE) {
        Frames.write(out, Frames.DONE, ForgetOperation.zeros());
      } else if (frame.code() == DrawOperation.CODE) {
        dieIf(whenDrawn && question[0] == deadly);
        Frames.write(out, Frames.DONE, drawn(question[0] == deadly ? poison : others));
      } else {
        dieIf(question.length > poison.length && endsWith(question, poison));
        Frames.write(out, Frames.REFUSED);
      }
    }
  }

  private static byte[] drawn(byte[] jpeg) {
    return ByteBuffer.allocate(8 + jpeg.length).putInt(300).putInt(300).put(jpeg).array();
  }

  private static boolean endsWith(byte[] question, byte[] end) {
    int from = question.length - end.length;
    return Arrays.equals(question, from, question.length, end, 0, end.length);
  }

  private static void dieIf(boolean poisoned) {
    if (poisoned) {
      Runtime.getRuntime().halt(139);
    }
  }
}
