package vn.ansinh.imaging;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;
import org.opencv.core.CvException;

/**
 * The worker process: bytes in, bytes out. It is given no secret, needs neither database nor
 * network, and before it looks at the first picture it gives up opening files, sockets and
 * processes. Any picture may kill it; that is what it is for.
 *
 * <p>Arguments: path of OpenCV's native library, milliseconds of a processor a picture may take,
 * {@code confined} or {@code open}.
 */
final class ImageWorker {

  private static final LinesOperation LINES = new LinesOperation();

  static final List<Operation> OPERATIONS =
      List.of(
          new DrawOperation(),
          new MeasureOperation(),
          new CodeOperation(),
          LINES,
          new ForgetOperation());

  /** Ended by itself: a picture took too long. */
  static final int TOO_SLOW = 3;

  private static final long IDLE = -1;

  /** What the process had had of the processors when it began with a picture. */
  private static final AtomicLong BUSY_SINCE = new AtomicLong(IDLE);

  private ImageWorker() {}

  public static void main(String[] arguments) throws IOException {
    // Whatever a library prints must not get between the frames.
    System.setOut(System.err);
    System.load(arguments[0]);
    Core.setNumThreads(1);
    Map<Byte, Operation> operations =
        OPERATIONS.stream().collect(Collectors.toMap(Operation::code, Function.identity()));
    rehearse(operations);
    watch(Duration.ofMillis(Long.parseLong(arguments[1])));
    var in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), 65536));
    var out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 65536));
    var confined = arguments[2].equals("confined") ? Confinement.seal() : "nothing";
    var ready = LINES.isAble() ? confined + "\n" + Frames.READS_LINES : confined;
    Frames.write(out, Frames.READY, ready.getBytes(StandardCharsets.UTF_8));
    serve(operations, in, out);
  }

  /** The whole conversation once, with itself, while files can still be opened. */
  private static void rehearse(Map<Byte, Operation> operations) throws IOException {
    var questions = new ByteArrayOutputStream();
    for (var operation : operations.values()) {
      for (var question : operation.rehearsal()) {
        Frames.write(new DataOutputStream(questions), operation.code(), question);
      }
    }
    var in = new DataInputStream(new ByteArrayInputStream(questions.toByteArray()));
    serve(operations, in, new DataOutputStream(OutputStream.nullOutputStream()));
  }

  private static void serve(
      Map<Byte, Operation> operations, DataInputStream in, DataOutputStream out)
      throws IOException {
    for (var frame = Frames.read(in); frame != null; frame = Frames.read(in)) {
      var operation = operations.get(frame.code());
      if (operation == null) {
        throw new IOException("no such operation: " + frame.code());
      }
      BUSY_SINCE.set(WorkTime.nanos());
      var result = run(operation, frame.content());
      BUSY_SINCE.set(IDLE);
      if (result == null) {
        Frames.write(out, Frames.REFUSED);
      } else {
        Frames.write(out, Frames.DONE, result);
      }
    }
  }

  private static byte @Nullable [] run(Operation operation, byte[] content) {
    try {
      return operation.run(ByteBuffer.wrap(content));
    } catch (CvException e) {
      return null;
    }
  }

  /** Ends what keeps the processor for too long; the application ends what does not end at all. */
  private static void watch(Duration limit) {
    // Once before files can no longer be opened.
    endIfTooSlow(limit);
    var watch =
        new Thread(
            () -> {
              while (true) {
                try {
                  TimeUnit.MILLISECONDS.sleep(100);
                } catch (InterruptedException e) {
                  return;
                }
                endIfTooSlow(limit);
              }
            },
            "watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void endIfTooSlow(Duration limit) {
    long since = BUSY_SINCE.get();
    if (WorkTime.nanos() - since > limit.toNanos() && since != IDLE) {
      Runtime.getRuntime().halt(TOO_SLOW);
    }
  }
}
