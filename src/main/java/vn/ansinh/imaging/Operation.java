package vn.ansinh.imaging;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing the worker can do with a picture. To add one: a code of its own, a class like {@link
 * DrawOperation}, an entry in {@link ImageWorker#OPERATIONS}, and a method of {@link Imaging} that
 * writes the question and reads the result.
 */
interface Operation {

  byte code();

  /**
   * Questions that make it load every class and table it will ever need, refusals included:
   * afterwards no file can be opened any more.
   */
  List<byte[]> rehearsal();

  /**
   * @return the result; null to refuse, because the picture cannot be decoded
   */
  byte @Nullable [] run(ByteBuffer question);
}
