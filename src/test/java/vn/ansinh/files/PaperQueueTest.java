package vn.ansinh.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.files.PaperReading.Outcome;
import vn.ansinh.files.Upload.Stored;
import vn.ansinh.support.ApplicationTest;

/** Photos waiting to be read, on a node that reads none itself. */
@ApplicationTest
class PaperQueueTest {

  private static final int ALL = 10_000;

  @Autowired Files files;
  @Autowired ReadingStore store;
  @Autowired PaperReadings readings;

  @Test
  void a_photo_is_lent_to_one_at_a_time_until_it_is_read_once() {
    var now = Instant.now();
    var id = safe(FileKind.PAPER_BACK);
    assertThat(taken(now)).contains(id);
    assertThat(taken(now)).doesNotContain(id);
    assertThat(taken(now.plusSeconds(61))).contains(id);
    store.giveBack(id, 2, now.plusSeconds(120));
    assertThat(taken(now.plusSeconds(119))).doesNotContain(id);
    assertThat(store.take(ALL, now.plusSeconds(121), now.plusSeconds(180)))
        .filteredOn(it -> it.id().equals(id))
        .singleElement()
        .matches(it -> it.crashes() == 2);
    assertThat(store.put(id, Outcome.NONE, null, now)).isTrue();
    assertThat(store.put(id, Outcome.NONE, null, now)).isFalse();
    assertThat(taken(now.plusSeconds(1000))).doesNotContain(id);
    assertThat(readings.of(List.of(id)))
        .containsEntry(id, new PaperReading(null, null, Outcome.NONE));
  }

  @Test
  void portraits_are_not_read_and_nobody_waits_for_what_this_node_does_not_read() {
    var portrait = safe(FileKind.PORTRAIT);
    assertThat(taken(Instant.now().plusSeconds(1000))).doesNotContain(portrait);
    var back = safe(FileKind.PAPER_BACK);
    long start = System.nanoTime();
    assertThat(readings.of(List.of(back), Duration.ofMinutes(1))).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }

  private List<FileId> taken(Instant now) {
    return store.take(ALL, now, now.plusSeconds(60)).stream().map(ReadingStore.Due::id).toList();
  }

  private FileId safe(FileKind kind) {
    var id = ((Stored) files.store(UUID.randomUUID(), kind, Pictures.jpeg(400, 300))).id();
    SafePictures.await(files, id);
    return id;
  }
}
