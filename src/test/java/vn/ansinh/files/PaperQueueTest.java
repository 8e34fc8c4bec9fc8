package vn.ansinh.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.files.PaperReading.Outcome;
import vn.ansinh.files.Upload.Stored;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestClock;

/** Photos waiting to be read, on a node that reads none itself. */
@ApplicationTest
class PaperQueueTest {

  private static final int ALL = 10_000;

  @Autowired Files files;
  @Autowired ReadingStore store;
  @Autowired PaperReadings readings;
  @Autowired PaperReader reader;
  @Autowired FileContents contents;
  @Autowired FilesSettings settings;
  @Autowired MeterRegistry meters;
  @Autowired JdbcClient sql;
  @Autowired TestClock clock;

  @Test
  void a_photo_is_lent_to_one_at_a_time_until_it_is_read_once() {
    var now = Instant.now();
    var id = safe(FileKind.PAPER_BACK);
    lent(id, now);
    assertThat(taken(now)).doesNotContain(id);
    var due = lent(id, now.plusSeconds(61));
    store.giveBack(due, 1, now.plusSeconds(130));
    assertThat(taken(now.plusSeconds(129))).doesNotContain(id);
    due = lent(id, now.plusSeconds(131));
    assertThat(due.crashes()).isOne();
    assertThat(store.put(due, Outcome.NONE, null, now)).isTrue();
    assertThat(store.put(due, Outcome.NONE, null, now)).isFalse();
    assertThat(taken(now.plusSeconds(1000))).doesNotContain(id);
    assertThat(readings.of(List.of(id)))
        .containsEntry(id, new PaperReading(null, null, Outcome.NONE));
  }

  @Test
  void who_had_a_photo_for_too_long_changes_nothing_about_it_any_more() {
    var now = Instant.now();
    var id = safe(FileKind.PAPER_BACK);
    var late = lent(id, now);
    var holding = lent(id, now.plusSeconds(61));
    store.giveBack(late, 1, now);
    assertThat(store.put(late, Outcome.UNREADABLE, null, now)).isFalse();
    assertThat(taken(now.plusSeconds(62))).doesNotContain(id);
    store.giveBack(holding, 1, now.plusSeconds(62));
    var last = lent(id, now.plusSeconds(63));
    assertThat(last.crashes()).as("the late one's is not counted").isOne();
    store.giveBack(last, 1, now.plusSeconds(64));
    assertThat(lent(id, now.plusSeconds(65)).crashes()).isEqualTo(2);
  }

  @Test
  void a_photo_altered_in_its_storage_counts_as_unreadable_and_as_damage() {
    var id = safe(FileKind.PAPER_BACK);
    var sealed = contents.read(id).orElseThrow();
    sealed[sealed.length - 1] ^= 1;
    contents.write(id, sealed);
    onlyDue(id);
    double before = damaged();
    assertThat(reader.round()).isTrue();
    assertThat(readings.of(List.of(id)))
        .containsEntry(id, new PaperReading(null, null, Outcome.UNREADABLE));
    assertThat(damaged()).isEqualTo(before + 1);
  }

  @Test
  void a_photo_the_storage_does_not_hand_out_lets_others_go_first() throws Exception {
    var stuck = safe(FileKind.PAPER_BACK);
    var behind = safe(FileKind.PAPER_BACK);
    contents.erase(stuck);
    var name = stuck.value().toString();
    var inItsPlace = settings.directory().resolve(name.substring(name.length() - 2)).resolve(name);
    java.nio.file.Files.createDirectory(inItsPlace);
    onlyDue(stuck, behind);
    try {
      assertThatThrownBy(reader::round).isInstanceOf(FilesException.class);
      clock.advance(settings.retryAfter().plusSeconds(1));
      assertThat(reader.round()).isTrue();
      assertThat(readings.of(List.of(stuck, behind))).containsOnlyKeys(behind);
      clock.advance(Duration.ofMinutes(2));
      assertThatThrownBy(reader::round).as("tried again").isInstanceOf(FilesException.class);
    } finally {
      clock.reset();
      java.nio.file.Files.delete(inItsPlace);
    }
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

  /** Whatever other tests have left is somebody else's for a while. */
  private void onlyDue(FileId... ids) {
    Awaitility.await()
        .until(
            () ->
                sql.sql("select not exists (select 1 from files.file where state = 'RECEIVED')")
                    .query(Boolean.class)
                    .single());
    sql.sql(
            """
            update files.file set leased_until = case when id in (:ids) then null
              else now() + interval '1 hour' end
            where reading_due
            """)
        .param("ids", Stream.of(ids).map(FileId::value).toList())
        .update();
  }

  private double damaged() {
    return meters.counter("ansinh.pictures.damaged").count();
  }

  private ReadingStore.Due lent(FileId id, Instant now) {
    return store.take(ALL, now, now.plusSeconds(60)).stream()
        .filter(it -> it.id().equals(id))
        .findAny()
        .orElseThrow();
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
