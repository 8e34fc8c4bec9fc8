package vn.ansinh.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.PopulationRegistry;
import vn.ansinh.identity.Verification;
import vn.ansinh.imports.PeopleImport;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class DemoPeopleTest {

  @Autowired People people;
  @Autowired PeopleImport imports;
  @Autowired PopulationRegistry population;
  @Autowired JdbcClient sql;

  @Test
  void the_demo_knows_five_thousand_people_and_a_second_start_adds_nobody() throws Exception {
    var demo = new DemoPeople(people, imports);
    demo.run(new DefaultApplicationArguments());
    long first = registered();
    demo.run(new DefaultApplicationArguments());

    assertThat(first).isGreaterThanOrEqualTo(DemoPeople.COUNT);
    assertThat(registered()).isEqualTo(first);
    assertThat(people.matching("Nguyễn Thị Mẫu", new BirthDate(1990, 1, 15), "079190000017"))
        .extracting(Person::number)
        .containsExactly("7900000012");
    assertThat(people.matching("Phạm Thúy Minh Họa", new BirthDate(1970, null, null), "012345678"))
        .extracting(Person::number)
        .containsExactly("4800000048");
    assertThat(people.household("7900000001")).hasSize(2);
  }

  @Test
  void one_of_the_known_people_is_known_to_the_simulated_registry_and_one_is_not() {
    assertThat(population.verify("001085000024", "Trần Văn Thử", new BirthDate(1985, 11, 20)))
        .isEqualTo(new Verification.Match());
    assertThat(population.verify("079190000017", "Nguyễn Thị Mẫu", new BirthDate(1990, 1, 15)))
        .isEqualTo(new Verification.NotFound());
  }

  @Test
  void the_lines_name_the_known_people() {
    assertThat(new DemoPeople(people, imports).lines())
        .hasSize(3)
        .allSatisfy(
            line ->
                assertThat(List.of("7900000012", "7900000025", "4800000048"))
                    .anyMatch(line::contains));
  }

  private long registered() {
    return sql.sql("select count(*) from people.person").query(Long.class).single();
  }
}
