package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.files.FileId;
import vn.ansinh.files.Files;
import vn.ansinh.files.SafePictures;
import vn.ansinh.registration.Submission.Accepted;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestDatabase;

/** Notice S2 and law 91/2025/QH15: what is deleted is gone, from every table and the disk. */
@LetterBoxTest
class ErasureTest {

  @Autowired Declarations declarations;
  @Autowired Drafts drafts;
  @Autowired Applicants applicants;
  @Autowired Files pictures;
  @Autowired JdbcClient sql;

  @Test
  void a_withdrawn_declaration_leaves_no_personal_data_in_any_table_or_on_disk() {
    var typed = Applicants.typing(Applicants.stranger(), Field.STREET, "Hẻm " + unique());
    typed = Applicants.typing(typed, Field.CONTACT_PERSON, "Ngô " + letters());
    var returned = applicants.returned(typed, "PHOTO_UNCLEAR");
    var draft = drafts.correct(returned.id()).orElseThrow().id();
    drafts.save(
        draft,
        DraftContent.empty("vi").with(Applicants.typing(typed, Field.STREET, "Ngõ " + unique())));
    declarations.submit(draft, UUID.randomUUID());
    var before = declarations.find(returned.id()).orElseThrow();
    drafts.correct(returned.id());
    var traces = traces(before);
    assertThat(rowsWith(traces)).isNotEmpty();
    for (var photo : before.photos().ids()) {
      SafePictures.await(pictures, photo);
      assertThat(onDisk(photo)).exists();
    }

    assertThat(declarations.withdraw(before.id())).isEqualTo(new Outcome.Done());

    assertThat(rowsWith(traces)).isEmpty();
    var after = declarations.find(before.id()).orElseThrow();
    assertThat(after.status()).isEqualTo(DeclarationStatus.WITHDRAWN);
    assertThat(after.facts()).isNull();
    assertThat(after.matched()).isNull();
    assertThat(after.code()).isEqualTo(before.code());
    assertThat(declarations.history(before.id()))
        .allMatch(it -> it.note() == null && it.changes().isEmpty());
    assertThat(sealedColumns(before)).isZero();
    for (var photo : before.photos().ids()) {
      assertThat(onDisk(photo)).doesNotExist();
    }
    assertThat(applicants.submit(typed)).isInstanceOf(Accepted.class);
  }

  @Test
  void nothing_personal_stands_in_the_audit_trail() {
    var typed = Applicants.stranger();
    var file = applicants.inReview(typed);
    declarations.returnForCorrection(
        file.id(), file.version(), Applicants.OFFICER, List.of("NAME"), "Tên là Hoà Mẫu");
    var trail =
        sql.sql("select cast(e as text) from audit.entry e where subject_id = :id")
            .param("id", file.id().value().toString())
            .query(String.class)
            .list();
    assertThat(trail).hasSize(3);
    for (var line : trail) {
      assertThat(line)
          .doesNotContain("Mẫu", "Hoà")
          .doesNotContain(typed.get(Field.PHONE).substring(3))
          .doesNotContain(typed.get(Field.EMAIL))
          .doesNotContain(typed.get(Field.NUMBER))
          .doesNotContain(typed.get(Field.PAPER_NUMBER));
    }
  }

  /** But in the desk's queue, where officers search for open files. */
  @Test
  void open_declarations_lie_sealed() {
    var typed = Applicants.stranger();
    applicants.submitted(typed);
    var readable = List.of(typed.get(Field.NUMBER), typed.get(Field.PAPER_NUMBER));
    assertThat(rowsWith(readable)).allMatch(it -> it.startsWith("review.queue_entry: "));
  }

  @Test
  void what_is_decided_is_not_withdrawn() {
    var file = applicants.inReview(Applicants.stranger());
    declarations.reject(file.id(), file.version(), Applicants.OFFICER, List.of("X"), null);
    assertThat(declarations.withdraw(file.id()))
        .isEqualTo(new Outcome.WrongState(DeclarationStatus.REJECTED));
  }

  /** What could lead back to the person: contacts, photos, everything typed. */
  private static List<String> traces(Declaration declaration) {
    var facts = declaration.facts();
    var traces = new ArrayList<String>();
    traces.add(facts.phone());
    traces.add(facts.email());
    traces.add(facts.address().street());
    traces.add(facts.contactPerson());
    declaration.photos().ids().forEach(it -> traces.add(it.value().toString()));
    return traces;
  }

  /**
   * Looks into every row of every table of ours, as text and as bytes of text; but for what stands
   * in for the letter boxes of the demo's people, which are theirs.
   */
  private List<String> rowsWith(List<String> traces) {
    var found = new ArrayList<String>();
    var tables =
        sql.sql(
                """
                select schemaname || '.' || tablename from pg_tables
                where schemaname in ('registration', 'accounts', 'files', 'audit', 'review', 'notifications')
                  and tablename <> 'demo_message'
                """)
            .query(String.class)
            .list();
    for (var table : tables) {
      for (var trace : traces) {
        var hits =
            sql.sql(
                    "select count(*) from %s t where strpos(cast(t as text), :trace) > 0 or strpos(cast(t as text), :hex) > 0"
                        .formatted(table))
                .param("trace", trace)
                .param("hex", HexFormat.of().formatHex(trace.getBytes(StandardCharsets.UTF_8)))
                .query(Long.class)
                .single();
        if (hits > 0) {
          found.add(table + ": " + trace);
        }
      }
    }
    return found;
  }

  private long sealedColumns(Declaration declaration) {
    return sql.sql(
            """
            select (select count(*) from registration.declaration where id = :id and facts is not null)
                 + (select count(*) from registration.declaration_event
                    where declaration_id = :id and details is not null)
                 + (select count(*) from registration.draft where correcting_declaration = :id)
                 + (select count(*) from registration.number_claim where declaration_id = :id)
                 + (select count(*) from registration.deadline where declaration_id = :id)
            """)
        .param("id", declaration.id().value())
        .query(Long.class)
        .single();
  }

  private static Path onDisk(FileId id) {
    var name = id.value().toString();
    return TestDatabase.FILES.resolve(name.substring(34)).resolve(name);
  }

  private static String unique() {
    return Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
  }

  private static String letters() {
    return ThreadLocalRandom.current()
        .ints(12, 'a', 'z' + 1)
        .collect(StringBuilder::new, (text, it) -> text.append((char) it), StringBuilder::append)
        .toString();
  }
}
