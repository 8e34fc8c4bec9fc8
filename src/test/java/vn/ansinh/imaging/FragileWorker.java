package vn.ansinh.imaging;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import vn.ansinh.files.Pictures;

/** Speaks like a worker and drops dead at the sight of one format; others it draws badly. */
final class FragileWorker {

  private FragileWorker() {}

  public static void main(String[] arguments) throws IOException {
    byte deadly = Byte.parseByte(arguments[0]);
    var in = new DataInputStream(System.in);
    var out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    var picture = Pictures.jpeg(300, 300);
    var result =
        ByteBuffer.allocate(8 + picture.length).putInt(300).putInt(300).put(picture).array();
    Frames.write(out, Frames.READY, new byte[0]);
    for (var frame = Frames.read(in); frame != null; frame = Frames.read(in)) {
      if (frame.code() == ForgetOperation.CODE) {
        Frames.write(out, Frames.DONE, ForgetOperation.zeros());
        continue;
      }
      if (frame.content()[0] == deadly) {
        Runtime.getRuntime().halt(139);
      }
      Frames.write(out, Frames.DONE, result);
    }
  }
}
