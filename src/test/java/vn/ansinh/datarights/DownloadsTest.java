package vn.ansinh.datarights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.accounts.Together;
import vn.ansinh.files.Files;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Field;
import vn.ansinh.registration.Outcome;
import vn.ansinh.review.FileNotes;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

@LetterBoxTest
class DownloadsTest {

  static final String NOTE = "Ghi chú nội bộ: đã gọi điện hẹn lại.";

  @Autowired Downloads downloads;
  @Autowired Declarations declarations;
  @Autowired FileNotes notes;
  @Autowired Files files;
  @Autowired Applicants applicants;
  @Autowired TestStaff staff;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;
  @Autowired JsonMapper json;

  Applicants.Known lan;
  Officer an;
  DeclarationId file;

  @BeforeEach
  void somebody_whose_declaration_was_approved() {
    lan = applicants.known();
    an = staff.officer(staff.provincialOffice(), Role.REVIEWER);
    file = submitted(an.officeCode());
    notes.note(file, NOTE, an);
    approve(file, lan.person());
  }

  @Test
  void all_that_is_held_is_in_it_opened_and_readable() throws IOException {
    var data = downloaded();
    assertThat(data.get("format").stringValue()).isEqualTo("ansinh-my-data");
    assertThat(data.get("version").intValue()).isEqualTo(1);
    var particulars = row(data, "people.person").get("particulars");
    assertThat(particulars.toString()).contains(lan.details().socialInsuranceNumber());
    assertThat(row(data, "people.person").get("full_name").stringValue())
        .isEqualTo(lan.details().fullName());
    assertThat(row(data, "accounts.account").get("addresses").isObject()).isTrue();
    assertThat(row(data, "registration.declaration").get("facts").isObject()).isTrue();
    assertThat(row(data, "review.note").get("text").stringValue()).isEqualTo(NOTE);
    assertThat(row(data, "notifications.message").get("recipient_masked").stringValue())
        .contains("*");
    assertThat(data.get("looks_and_changes").toString())
        .contains("DATA_DOWNLOADED", "DECLARATION_APPROVED", "REVIEWER", an.officeCode());
  }

  @Test
  void nobody_else_is_in_it_no_officer_no_hash_and_no_internal_id() throws IOException {
    var other = applicants.known();
    var data = downloaded().toString();
    assertThat(data)
        .doesNotContain(other.details().socialInsuranceNumber())
        .doesNotContain(an.fullName(), an.userName(), an.id().value().toString())
        .doesNotContain(lan.person().value().toString(), file.value().toString())
        .doesNotContain("_hash", "_owner");
  }

  @Test
  void a_declaration_in_the_same_name_that_nobody_approved_is_not_in_it() throws IOException {
    var stranger = submitted(an.officeCode());
    var phone = declarations.find(stranger).orElseThrow().facts().phone();
    assertThat(downloaded().toString()).doesNotContain(phone);
  }

  @Test
  void pictures_are_in_it_whole_and_named_by_the_row_they_belong_to() throws IOException {
    var photos = declarations.find(file).orElseThrow().photos();
    files.safety(photos.ids(), Duration.ofSeconds(30));
    var data = downloaded();
    var pictures =
        Stream.iterate(0, i -> i + 1)
            .limit(data.get("pictures").size())
            .map(data.get("pictures")::get)
            .toList();
    assertThat(pictures)
        .extracting(it -> it.get("column").stringValue())
        .containsExactlyInAnyOrder("portrait", "paper_front", "paper_back");
    assertThat(pictures)
        .allSatisfy(
            it -> {
              assertThat(row(data, "registration.declaration").toString())
                  .contains(it.get("id").stringValue());
              assertThat(Base64.getDecoder().decode(it.get("base64").stringValue()))
                  .startsWith(0xFF, 0xD8);
            });
  }

  @Test
  void it_stands_on_the_trail_and_every_contact_is_told_before_it_is_handed_over() {
    take();
    assertThat(
            sql.sql(
                    """
                    select details ->> 'form' from audit.entry
                    where action = 'DATA_DOWNLOADED' and person_id = :person and actor_id = :person
                    """)
                .param("person", lan.person().value())
                .query(String.class)
                .list())
        .containsExactly("json");
    assertThat(
            sql.sql(
                    """
                    select channel from notifications.message
                    where kind = 'DATA_DOWNLOADED' and person_id = :person order by channel
                    """)
                .param("person", lan.person().value())
                .query(String.class)
                .list())
        .containsExactly("EMAIL", "SMS");
  }

  @Test
  void of_ten_at_once_only_as_many_as_a_day_allows_are_granted() throws Exception {
    var answers = Together.run(10, _ -> take());
    assertThat(answers).filteredOn(Downloading.Granted.class::isInstance).hasSize(Downloads.MOST);
    assertThat(take()).isInstanceOf(Downloading.TooMany.class);
    clock.advance(Duration.ofDays(1).plusMinutes(1));
    assertThat(take()).isInstanceOf(Downloading.Granted.class);
  }

  private Downloading take() {
    return downloads.take(lan.person(), "json");
  }

  private JsonNode downloaded() throws IOException {
    var out = new ByteArrayOutputStream();
    downloads.write(((Downloading.Granted) take()).held(), out);
    return json.readTree(out.toByteArray());
  }

  private static JsonNode row(JsonNode data, String table) {
    for (var section : List.copyOf(data.get("tables").values())) {
      if (section.get("table").stringValue().equals(table)) {
        return section.get("rows").get(0);
      }
    }
    throw new AssertionError(table + " is missing");
  }

  private DeclarationId submitted(String office) {
    return applicants
        .confirmingPhones()
        .submitted(Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, office))
        .id();
  }

  private void approve(DeclarationId id, PersonId person) {
    declarations.recordPaperReceipt(id, an.id());
    declarations.startReview(id, an.id());
    var version = declarations.find(id).orElseThrow().version();
    assertThat(declarations.approve(id, version, an.id(), person)).isEqualTo(new Outcome.Done());
  }
}
