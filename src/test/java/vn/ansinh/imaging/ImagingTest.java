package vn.ansinh.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.files.Pictures;
import vn.ansinh.imaging.ImagingSettings.Priority;
import vn.ansinh.imaging.Original.Format;

/** The worker as a real process, seen from outside. */
class ImagingTest {

  private static final Original PHOTO = new Original(Format.JPEG, 1, 1600, Pictures.jpeg(800, 600));

  /** Workers of other tests' contexts in this process. */
  private final List<ProcessHandle> others = all();

  private final Imaging imaging = Workers.started(1, Duration.ofSeconds(60));

  @AfterEach
  void stop() {
    imaging.stop();
  }

  @Test
  void a_worker_sees_no_network_opens_no_files_and_has_no_rights_left() throws IOException {
    assertThat(imaging.draw(PHOTO)).isInstanceOf(Drawn.Picture.class);
    var worker = worker();
    var status = Files.readString(Path.of("/proc/" + worker.pid() + "/status"));
    assertThat(status).containsPattern("Seccomp:\\s+2").containsPattern("NoNewPrivs:\\s+1");
    assertThat(imaging.confinement()).contains("system-calls").contains("memory");
    if (imaging.confinement().contains("no-network")) {
      assertThat(status).containsPattern("CapEff:\\s+0{16}");
      assertThat(Files.readAllLines(Path.of("/proc/" + worker.pid() + "/net/dev")))
          .hasSize(3)
          .last()
          .asString()
          .contains("lo:");
    }
    assertThat(Files.readString(Path.of("/proc/" + worker.pid() + "/environ")))
        .doesNotContain("ANSINH", "HOME=");
  }

  @Test
  void a_killed_worker_is_told_as_such_and_replaced() {
    imaging.draw(PHOTO);
    var worker = worker();
    worker.destroyForcibly();
    worker.onExit().join();
    // Whether its end is noticed before or over the picture, the one after that is drawn.
    imaging.draw(PHOTO);
    assertThat(imaging.draw(PHOTO)).isInstanceOf(Drawn.Picture.class);
  }

  @Test
  void a_picture_that_takes_too_long_costs_its_worker_and_nothing_else() {
    try (var hasty = new Hasty()) {
      assertThat(hasty.imaging().draw(large())).isEqualTo(new Drawn.Crashed());
      assertThat(hasty.imaging().crashes()).isOne();
    }
  }

  @Test
  void many_callers_share_one_worker() throws Exception {
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var drawn =
          callers.invokeAll(
              Stream.generate(
                      () -> (java.util.concurrent.Callable<Drawn>) () -> imaging.draw(PHOTO))
                  .limit(20)
                  .toList());
      for (var one : drawn) {
        assertThat(one.get()).isInstanceOf(Drawn.Picture.class);
      }
    }
    assertThat(workers()).hasSize(1);
  }

  @Test
  void what_is_no_picture_is_broken_and_costs_nothing() {
    for (var format : Format.values()) {
      assertThat(imaging.draw(new Original(format, 1, 1600, new byte[] {1, 2, 3})))
          .isEqualTo(new Drawn.Broken());
    }
    assertThat(imaging.crashes()).isZero();
  }

  @Test
  void an_operators_own_command_is_spoken_to_in_the_same_way() {
    var ours = new WorkerCommand(Workers.settings(1, Duration.ofSeconds(60), List.of()));
    var own =
        new Imaging(
            Workers.settings(
                1,
                Duration.ofSeconds(60),
                Stream.concat(Stream.of("nice", "-n", "5"), ours.builder().command().stream())
                    .toList()));
    own.start();
    assertThat(own.draw(PHOTO)).isInstanceOf(Drawn.Picture.class);
    own.stop();
  }

  @Test
  void workers_step_aside_as_far_as_the_operator_wants() {
    assertThat(command(Priority.NICE)).startsWith("nice", "-n", "10");
    assertThat(command(Priority.IDLE)).startsWith("chrt", "--idle", "0");
  }

  private static List<String> command(Priority priority) {
    var settings = Workers.settings(1, Duration.ofSeconds(60), priority, List.of());
    return new WorkerCommand(settings).builder().command();
  }

  @Test
  void a_machine_that_cannot_read_print_says_so_and_draws_all_the_same() {
    var ours = new WorkerCommand(Workers.settings(1, Duration.ofSeconds(60), List.of()));
    var command =
        Stream.concat(
            Stream.of("env", "TESSDATA_PREFIX=/nowhere"), ours.builder().command().stream());
    var without = new Imaging(Workers.settings(1, Duration.ofSeconds(60), command.toList()));
    without.start();
    assertThat(without.draw(PHOTO)).isInstanceOf(Drawn.Picture.class);
    assertThat(without.readLines(PHOTO.bytes(), Duration.ofSeconds(60)))
        .contains(new LineSearch.Unable());
    assertThat(without.readsLines()).isEqualTo("no");
    without.stop();
  }

  @Test
  void a_command_that_does_not_start_says_so_and_is_not_tried_all_the_time() {
    var wrong = new Imaging(Workers.settings(1, Duration.ofSeconds(5), List.of("false")));
    wrong.start();
    assertThatThrownBy(() -> wrong.draw(PHOTO)).isInstanceOf(ImagingException.class);
    assertThatThrownBy(() -> wrong.draw(PHOTO))
        .isInstanceOf(ImagingException.class)
        .hasMessageContaining("a moment ago");
    wrong.stop();
  }

  @Test
  void stopping_leaves_no_process_behind() {
    imaging.draw(PHOTO);
    var worker = worker();
    imaging.stop();
    worker.onExit().join();
    assertThatThrownBy(() -> imaging.draw(PHOTO)).isInstanceOf(ImagingException.class);
  }

  /** One that gives a picture a thousandth of a second. */
  private record Hasty(Imaging imaging) implements AutoCloseable {

    Hasty() {
      this(Workers.started(1, Duration.ofMillis(1)));
    }

    @Override
    public void close() {
      imaging.stop();
    }
  }

  private static Original large() {
    return new Original(Format.PNG, 1, 1600, Pictures.png(3000, 2000));
  }

  private ProcessHandle worker() {
    return workers().getLast();
  }

  private List<ProcessHandle> workers() {
    return all().stream().filter(it -> !others.contains(it)).toList();
  }

  private static List<ProcessHandle> all() {
    return ProcessHandle.current()
        .descendants()
        .filter(it -> it.info().command().filter(java -> java.endsWith("/java")).isPresent())
        .filter(
            it ->
                it.info()
                    .commandLine()
                    .filter(line -> line.contains(ImageWorker.class.getName()))
                    .isPresent())
        .toList();
  }
}
