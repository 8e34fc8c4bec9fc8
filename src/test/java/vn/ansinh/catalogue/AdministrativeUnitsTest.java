package vn.ansinh.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class AdministrativeUnitsTest {

  @Autowired AdministrativeUnits units;
  @Autowired UnitStore store;
  @Autowired JdbcClient sql;

  @Test
  void both_layers_are_complete() {
    assertThat(count("UNTIL_2025", "PROVINCE")).isEqualTo(63);
    assertThat(count("UNTIL_2025", "DISTRICT")).isEqualTo(705);
    assertThat(count("UNTIL_2025", "WARD")).isEqualTo(10_607);
    assertThat(count("SINCE_2025", "PROVINCE")).isEqualTo(34);
    assertThat(count("SINCE_2025", "DISTRICT")).isZero();
    assertThat(count("SINCE_2025", "WARD")).isEqualTo(3_321);
    assertThat(units.provinces(Layer.UNTIL_2025)).hasSize(63);
    assertThat(units.provinces(Layer.SINCE_2025)).hasSize(34);
  }

  @Test
  void every_new_ward_has_an_old_one_and_nearly_every_old_ward_a_new_one() {
    assertThat(number("select count(*) from catalogue.ward_successor")).isEqualTo(10_495);
    assertThat(number("select count(distinct new_code) from catalogue.ward_successor"))
        .isEqualTo(3_321);
    assertThat(number("select count(distinct old_code) from catalogue.ward_successor"))
        .isEqualTo(10_607 - 144);
  }

  @Test
  void every_province_and_district_has_something_below_it() {
    for (var layer : Layer.values()) {
      for (var province : units.provinces(layer)) {
        var below = units.below(layer, province.code());
        assertThat(below).as(province.name()).isNotEmpty();
        if (layer.hasDistricts()) {
          assertThat(below)
              .allSatisfy(it -> assertThat(units.below(layer, it.code())).isNotEmpty());
        }
      }
    }
  }

  @Test
  void a_path_reads_as_an_address() {
    assertThat(units.path(Layer.UNTIL_2025, "27487").map(UnitPath::text))
        .contains("Phường Tân Phú, Quận 7, Thành phố Hồ Chí Minh");
    assertThat(units.path(Layer.SINCE_2025, "27487").map(UnitPath::text))
        .contains("Phường Tân Mỹ, Thành phố Hồ Chí Minh");
    assertThat(units.path(Layer.UNTIL_2025, "778")).isEmpty();
    assertThat(units.path(Layer.SINCE_2025, "99999")).isEmpty();
  }

  @Test
  void a_name_that_stands_twice_is_said_once() {
    assertThat(units.path(Layer.UNTIL_2025, "26732").map(UnitPath::text))
        .contains("Huyện Côn Đảo, Tỉnh Bà Rịa - Vũng Tàu");
  }

  @Test
  void an_old_address_shows_its_new_unit() {
    assertThat(units.successors("27487").stream().map(UnitPath::text))
        .containsExactly("Phường Tân Mỹ, Thành phố Hồ Chí Minh");
    assertThat(units.successors("26732").stream().map(UnitPath::text))
        .containsExactly("Đặc khu Côn Đảo, Thành phố Hồ Chí Minh");
    assertThat(units.successors("99999")).isEmpty();
  }

  @Test
  void no_old_ward_went_far_away() {
    var neighbours =
        sql.sql(
                """
                select count(*) from (
                    select distinct left_province.code, new_ward.parent_code
                    from catalogue.ward_successor
                    join catalogue.unit old_ward
                      on old_ward.layer = old_layer and old_ward.code = old_code
                    join catalogue.unit district
                      on district.layer = old_layer and district.code = old_ward.parent_code
                    join catalogue.unit left_province
                      on left_province.layer = old_layer and left_province.code = district.parent_code
                    join catalogue.unit new_ward
                      on new_ward.layer = new_layer and new_ward.code = new_code
                ) pair
                """)
            .query(Integer.class)
            .single();
    assertThat(neighbours).as("each of the 63 provinces went into one of the 34").isEqualTo(63);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hoa binh", "hoà bình", "hòa bình", "Hoà  Bình", "HÒA BÌNH", "hoa bin"})
  void diacritics_and_tone_placement_do_not_matter(String typed) {
    assertThat(search(Layer.SINCE_2025, typed)).anyMatch(it -> it.startsWith("Phường Hòa Bình,"));
  }

  @Test
  void tone_placement_of_thuy_does_not_matter() {
    assertThat(search(Layer.SINCE_2025, "thuỷ nguyên hải phòng"))
        .isEqualTo(search(Layer.SINCE_2025, "thủy nguyên hải phòng"))
        .first()
        .isEqualTo("Phường Thủy Nguyên, Thành phố Hải Phòng");
  }

  @Test
  void the_wards_own_name_comes_first() {
    assertThat(search(Layer.UNTIL_2025, "tan phu"))
        .allMatch(it -> it.matches("(Phường|Xã|Thị trấn) Tân Phú,.*"));
    assertThat(search(Layer.UNTIL_2025, "tan phu quan 7"))
        .first()
        .isEqualTo("Phường Tân Phú, Quận 7, Thành phố Hồ Chí Minh");
  }

  @Test
  void words_may_stand_in_any_order_and_shorthand_is_understood() {
    assertThat(search(Layer.UNTIL_2025, "q7 tan phu hcm"))
        .first()
        .isEqualTo("Phường Tân Phú, Quận 7, Thành phố Hồ Chí Minh");
    assertThat(search(Layer.UNTIL_2025, "p.12 gò vấp"))
        .first()
        .isEqualTo("Phường 12, Quận Gò Vấp, Thành phố Hồ Chí Minh");
    assertThat(search(Layer.UNTIL_2025, "p1 q5")).first().asString().startsWith("Phường 1, Quận 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"B'Lao", "b lao", "blao"})
  void apostrophes_do_not_matter(String typed) {
    assertThat(search(Layer.SINCE_2025, typed)).first().isEqualTo("Phường B'Lao, Tỉnh Lâm Đồng");
  }

  @Test
  void former_names_still_find_the_unit() {
    assertThat(search(Layer.UNTIL_2025, "thua thien hue phu hoi")).isNotEmpty();
    assertThat(search(Layer.UNTIL_2025, "quan thuan hoa")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "%", "'; drop", "\u0000", "🙂", "zzzz"})
  void nonsense_finds_nothing(String typed) {
    assertThat(units.search(Layer.SINCE_2025, typed, 10)).isEmpty();
  }

  @Test
  void names_are_looked_up_again_on_the_day_one_changes_and_on_no_other() {
    var before = LocalDate.of(2026, 4, 29);
    var from = LocalDate.of(2026, 4, 30);
    assertThat(store.namesHold(before)).isEqualTo(new NamesHold(LocalDate.of(2025, 1, 1), from));
    assertThat(store.namesHold(before).on(before)).isTrue();
    assertThat(store.namesHold(before).on(from)).isFalse();
    assertThat(store.namesHold(from)).isEqualTo(new NamesHold(from, null));
    assertThat(store.namesHold(from).on(from.plusYears(9))).isTrue();
    assertThat(store.namesHold(from).on(before)).isFalse();
    assertThat(store.namesHold(LocalDate.of(2024, 1, 1)).on(LocalDate.of(2020, 1, 1))).isTrue();
  }

  @Test
  void dong_nai_is_a_city_from_its_day_on() {
    assertThat(dongNaiAt("2026-04-29T16:59:00Z")).isEqualTo("Tỉnh Đồng Nai");
    assertThat(dongNaiAt("2026-04-29T17:00:00Z")).isEqualTo("Thành phố Đồng Nai");
  }

  private String dongNaiAt(String moment) {
    return new AdministrativeUnits(store, Clock.fixed(Instant.parse(moment), ZoneOffset.UTC))
        .find(Layer.SINCE_2025, "75")
        .orElseThrow()
        .name();
  }

  private List<String> search(Layer layer, String typed) {
    return units.search(layer, typed, 10).stream().map(UnitPath::text).toList();
  }

  private int count(String layer, String level) {
    return sql.sql("select count(*) from catalogue.unit where layer = :layer and level = :level")
        .param("layer", layer)
        .param("level", level)
        .query(Integer.class)
        .single();
  }

  private int number(String query) {
    return sql.sql(query).query(Integer.class).single();
  }
}
