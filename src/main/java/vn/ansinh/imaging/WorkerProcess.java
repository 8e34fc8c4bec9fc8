package vn.ansinh.imaging;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One worker and the conversation with it; used by one thread at a time. */
final class WorkerProcess {

  private static final int LAST_WORDS = 2000;

  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;
  private final ScheduledExecutorService timer;
  private final StringBuffer said = new StringBuffer();
  private final List<String> greeting;
  private long lastUsed = System.nanoTime();

  private WorkerProcess(Process process, ScheduledExecutorService timer, Duration startup)
      throws IOException {
    this.process = process;
    this.timer = timer;
    // No buffers but the small ones a process has: they would keep what went through them.
    this.out = new DataOutputStream(process.getOutputStream());
    this.in = new DataInputStream(process.getInputStream());
    Thread.ofVirtual().name("imaging-stderr").start(this::listen);
    this.greeting = greeting(startup).lines().toList();
  }

  static WorkerProcess start(
      WorkerCommand command, ScheduledExecutorService timer, Duration startup) {
    try {
      return new WorkerProcess(command.builder().start(), timer, startup);
    } catch (IOException e) {
      throw new ImagingException("no image worker can be started: " + e.getMessage(), e);
    }
  }

  /** What the worker has found to be taken from it. */
  String confinement() {
    return greeting.isEmpty() ? "" : greeting.getFirst();
  }

  /** Whether it has what reads print. */
  boolean readsLines() {
    return greeting.contains(Frames.READS_LINES);
  }

  long pid() {
    return process.pid();
  }

  Duration idle() {
    return Duration.ofNanos(System.nanoTime() - lastUsed);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * @throws IOException when the worker dies, breaks the rules of the conversation or is ended for
   *     being slow; it cannot be used afterwards
   */
  Frames.Frame ask(byte operation, Duration limit, byte[]... question) throws IOException {
    var end = timer.schedule(this::end, limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      Frames.write(out, operation, question);
      var answer = Frames.read(in);
      if (answer == null) {
        throw new IOException("the worker ended without an answer");
      }
      forget();
      lastUsed = System.nanoTime();
      return answer;
    } finally {
      end.cancel(false);
    }
  }

  /** The answer counts all the same when this fails; the worker does not. */
  private void forget() {
    try {
      Frames.write(out, ForgetOperation.CODE, ForgetOperation.zeros());
      Frames.read(in);
    } catch (IOException e) {
      end();
    }
  }

  void end() {
    // Children first: a wrapper that starts the worker does not always take it along.
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** The end of its standard error, for the log. */
  String lastWords() {
    return said.toString().strip();
  }

  private String greeting(Duration startup) throws IOException {
    var end = timer.schedule(this::end, startup.toMillis(), TimeUnit.MILLISECONDS);
    try {
      var ready = Frames.read(in);
      if (ready == null || ready.code() != Frames.READY) {
        throw new IOException("it does not get ready: " + lastWords());
      }
      return new String(ready.content(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      end();
      throw e;
    } finally {
      end.cancel(false);
    }
  }

  private void listen() {
    try (InputStream words = process.getErrorStream()) {
      var buffer = new byte[512];
      for (int n = words.read(buffer); n >= 0; n = words.read(buffer)) {
        said.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
        if (said.length() > LAST_WORDS) {
          said.delete(0, said.length() - LAST_WORDS);
        }
      }
    } catch (IOException e) {
      said.append(" (its words broke off)");
    }
  }
}
