package vn.ansinh.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityDocuments;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.NameCheck;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.identity.Phones;
import vn.ansinh.identity.Sex;

class PeopleGeneratorTest {

  private static final List<NamedCsvRecord> PEOPLE = rows(generate(20_000, 7));

  @Test
  void the_same_seed_gives_the_same_people_and_another_seed_others() {
    assertThat(generate(500, 7)).isEqualTo(generate(500, 7)).isNotEqualTo(generate(500, 8));
    assertThat(PEOPLE).hasSize(20_000);
  }

  @Test
  void no_number_phone_or_address_comes_twice() {
    for (var column : List.of("social_insurance_number", "personal_id", "phone", "email")) {
      var seen = new HashSet<String>();
      assertThat(PEOPLE)
          .extracting(it -> it.getField(column))
          .filteredOn(it -> !it.isEmpty())
          .allMatch(seen::add);
      assertThat(seen).hasSizeGreaterThan(4_000);
    }
  }

  @Test
  void personal_ids_agree_with_sex_birth_year_and_a_province() {
    for (var person : PEOPLE) {
      var id = person.getField("personal_id");
      if (!id.isEmpty()) {
        assertThat(
                IdentityDocuments.doubts(
                    new IdentityPaper(PaperKind.CITIZEN_CARD, id),
                    person.getField("sex").equals("Nam") ? Sex.MALE : Sex.FEMALE,
                    BirthDate.parse(person.getField("birth_date")).orElseThrow()))
            .isEmpty();
      }
    }
  }

  @Test
  void names_are_names_and_as_common_as_in_life() {
    assertThat(PEOPLE)
        .extracting(it -> PersonNames.check(it.getField("full_name")))
        .noneMatch(NameCheck.Invalid.class::isInstance);
    assertThat(share(it -> it.getField("full_name").startsWith("Nguyễn ")))
        .isCloseTo(0.315, offset(0.03));
    assertThat(share(it -> it.getField("full_name").startsWith("Trần ")))
        .isCloseTo(0.109, offset(0.02));
  }

  @Test
  void households_share_an_address_and_have_one_head_and_at_most_seven_members() {
    var households =
        PEOPLE.stream()
            .filter(it -> !it.getField("household_code").isEmpty())
            .collect(Collectors.groupingBy(it -> it.getField("household_code")));
    // The last one may be cut off.
    households.remove(PEOPLE.getLast().getField("household_code"));
    assertThat(households.values())
        .allSatisfy(
            members -> {
              assertThat(members).hasSizeBetween(1, 7);
              assertThat(members)
                  .filteredOn(it -> it.getField("household_relation").equals("00"))
                  .hasSize(1);
              assertThat(
                      members.stream()
                          .map(it -> it.getField("ward_code") + it.getField("street"))
                          .distinct())
                  .hasSize(1);
            });
    assertThat(households.values().stream().mapToInt(List::size).average().orElse(0))
        .isBetween(2.5, 4.0);
  }

  @Test
  void dates_of_the_old_are_often_years_and_some_people_have_other_papers() {
    assertThat(share(it -> it.getField("birth_date").length() == 4)).isBetween(0.005, 0.2);
    assertThat(share(it -> !it.getField("old_card").isEmpty())).isBetween(0.02, 0.3);
    assertThat(share(it -> !it.getField("passport").isEmpty())).isBetween(0.005, 0.2);
    assertThat(share(it -> !it.getField("nationality").equals("VN"))).isBetween(0.0001, 0.01);
  }

  @Test
  void contacts_can_be_used_and_no_mail_leaves_for_anybody() {
    assertThat(PEOPLE)
        .extracting(it -> it.getField("phone"))
        .filteredOn(it -> !it.isEmpty())
        .allMatch(it -> Phones.normalize(it).isPresent());
    assertThat(PEOPLE)
        .extracting(it -> it.getField("email"))
        .filteredOn(it -> !it.isEmpty())
        .allMatch(it -> it.endsWith("@example.vn"));
  }

  @Test
  void everybody_lives_in_a_province_as_often_as_people_do() {
    Set<String> provinces =
        PEOPLE.stream()
            .map(it -> it.getField("social_insurance_number").substring(0, 2))
            .collect(Collectors.toSet());
    assertThat(provinces).hasSize(63);
    assertThat(share(it -> it.getField("social_insurance_number").startsWith("79")))
        .isCloseTo(0.094, offset(0.02));
  }

  private static double share(Predicate<NamedCsvRecord> of) {
    return PEOPLE.stream().filter(of).count() / (double) PEOPLE.size();
  }

  private static List<NamedCsvRecord> rows(String csv) {
    return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
  }

  private static String generate(long count, long seed) {
    var out = new StringWriter();
    try {
      new PeopleGenerator(seed).write(count, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString();
  }
}
