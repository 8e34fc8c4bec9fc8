package vn.ansinh.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.ansinh.audit.Actor;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.imports.PeopleImported.Done;
import vn.ansinh.people.PersonChange.Field;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.people.Registered.Added;

/** What becomes of rows that are well. */
class PeopleImportTest extends PeopleImportSetting {

  @Test
  void generated_people_are_all_taken_and_the_same_file_again_changes_nothing() throws IOException {
    var file = generated(3_000);
    assertThat(run(file, false)).isEqualTo(new Done(3_000, 0, 0, 0, 0));
    assertThat(run(file, false)).isEqualTo(new Done(0, 0, 3_000, 0, 0));
    assertThat(report(file)).doesNotExist();
  }

  @Test
  void a_row_arrives_as_a_person() throws IOException {
    var number = RegisterFixtures.socialInsuranceNumber();
    var file =
        write(
            """
            full_name,birth_date,sex,social_insurance_number,old_card,passport,address_layer,ward_code,street,\
            household_code,household_relation,ethnic_group
            "Lê  Thị\tHoà",1/1950,Nữ,DN479%s,012 345 678,c1234567,SINCE_2025,00004,"Số 1, đường Thử",H-1,00,02
            """
                .formatted(number));
    assertThat(run(file, false)).isEqualTo(new Done(1, 0, 0, 0, 0));
    var person = people.byNumber(number).orElseThrow();
    assertThat(person.fullName()).isEqualTo("Lê Thị Hoà");
    assertThat(person.birthDate()).isEqualTo(new BirthDate(1950, 1, null));
    assertThat(person.address().street()).isEqualTo("Số 1, đường Thử");
    assertThat(person.papers()).hasSize(2);
    assertThat(person.nationality()).isEqualTo("VN");
  }

  @Test
  void a_changed_row_updates_the_person_and_keeps_what_was() throws IOException {
    var number = RegisterFixtures.socialInsuranceNumber();
    var id = RegisterFixtures.personalId();
    run(write(HEADER + number + ",,Nguyễn Thị Mẫu,15/01/1990,Nữ,0352153000\n"), false);
    var file = write(HEADER + number + "," + id + ",Nguyễn Thị Mẫu Đơn,1990,Nữ,\n");

    assertThat(run(file, false)).isEqualTo(new Done(0, 1, 0, 0, 0));
    var person = people.byNumber(id).orElseThrow();
    assertThat(person).isEqualTo(people.byNumber(number).orElseThrow());
    assertThat(person.fullName()).isEqualTo("Nguyễn Thị Mẫu Đơn");
    assertThat(person.phone()).as("an empty field erases nothing").isEqualTo("+84352153000");
    assertThat(person.birthDate().text()).as("nor does a vaguer date").isEqualTo("15/01/1990");
    assertThat(people.history(person.id()))
        .extracting(it -> it.field() + ": " + it.from() + " → " + it.to())
        .containsExactly(
            Field.FULL_NAME + ": Nguyễn Thị Mẫu → Nguyễn Thị Mẫu Đơn",
            Field.PERSONAL_ID + ": null → " + id);
    assertThat(people.history(person.id())).allMatch(it -> it.by().equals(Actor.SYSTEM));
  }

  @Test
  void a_corrected_number_gives_the_old_one_back() throws IOException {
    var number = RegisterFixtures.socialInsuranceNumber();
    var wrong = RegisterFixtures.personalId();
    var right = RegisterFixtures.personalId();
    run(write(HEADER + number + "," + wrong + ",Nguyễn Thị Mẫu,1990,Nữ,\n"), false);
    run(write(HEADER + number + "," + right + ",Nguyễn Thị Mẫu,1990,Nữ,\n"), false);
    assertThat(people.byNumber(right)).isPresent();
    assertThat(people.byNumber(wrong)).isEmpty();
  }

  @Test
  void a_corrected_social_insurance_number_gives_the_old_one_back_too() throws IOException {
    var id = RegisterFixtures.personalId();
    var wrong = RegisterFixtures.socialInsuranceNumber();
    var right = RegisterFixtures.socialInsuranceNumber();
    run(write(HEADER + wrong + "," + id + ",Nguyễn Thị Mẫu,1990,Nữ,\n"), false);
    run(write(HEADER + right + "," + id + ",Nguyễn Thị Mẫu,1990,Nữ,\n"), false);
    assertThat(people.byNumber(right)).isPresent().isEqualTo(people.byNumber(id));
    assertThat(people.byNumber(wrong)).isEmpty();
  }

  @Test
  void one_person_under_both_numbers_is_taken_once() throws IOException {
    var mau = RegisterFixtures.mau();
    var id = ((Added) people.add(mau, Actor.SYSTEM)).id();
    var file =
        write(
            HEADER
                + mau.socialInsuranceNumber()
                + ",,Nguyễn Thị Hoà Mẫu,15/01/1990,Nữ,0352153001\n,"
                + mau.personalId()
                + ",Nguyễn Thị Hoà Mẫu,15/01/1990,Nữ,0352153002\n");
    assertThat(run(file, true)).isEqualTo(new Done(0, 1, 0, 1, 0));
    assertThat(people.find(id).orElseThrow().phone()).isEqualTo("+84352153001");
  }

  @Test
  void each_chunk_is_on_the_trail_with_counts_only() throws IOException {
    var before = importsOnTheTrail();
    run(generated(10), false);
    assertThat(importsOnTheTrail()).isEqualTo(before + 1);
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_header() throws IOException {
    var file =
        write(
            "\uFEFF"
                + HEADER
                + RegisterFixtures.socialInsuranceNumber()
                + ",,Nguyễn Thị Mẫu,1990,Nữ,\r\n");
    assertThat(run(file, false)).isEqualTo(new Done(1, 0, 0, 0, 0));
  }

  private long importsOnTheTrail() {
    return sql.sql(
            "select count(*) from audit.entry where action = 'PEOPLE_IMPORTED' and person_id is null")
        .query(Long.class)
        .single();
  }
}
