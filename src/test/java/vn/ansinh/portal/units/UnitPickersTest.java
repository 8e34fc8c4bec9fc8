package vn.ansinh.portal.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.web.Option;

@ApplicationTest
class UnitPickersTest {

  static final String TAN_PHU_OLD_AND_TAN_MY_NEW = "27487";

  @Autowired UnitPickers pickers;

  @Test
  void nothing_sent_shows_todays_provinces() {
    var picker = pickers.of(null, null, null, null, null);
    assertThat(picker.layer()).isEqualTo(Layer.SINCE_2025);
    assertThat(picker.provinces()).hasSize(34);
    assertThat(picker.wards()).isEmpty();
    assertThat(picker.chosen()).isEmpty();
  }

  @Test
  void a_province_brings_its_wards_or_its_districts() {
    assertThat(pickers.of("SINCE_2025", "79", "", "", null).wards()).hasSize(168);
    var old = pickers.of("UNTIL_2025", "79", "", "", null);
    assertThat(old.districts()).hasSize(22);
    assertThat(old.wards()).isEmpty();
    assertThat(pickers.of("UNTIL_2025", "79", "778", "", null).wards()).hasSize(10);
  }

  @Test
  void another_province_drops_the_district_and_the_ward() {
    var picker = pickers.of("UNTIL_2025", "01", "778", TAN_PHU_OLD_AND_TAN_MY_NEW, null);
    assertThat(picker.provinceCode()).isEqualTo("01");
    assertThat(picker.districtCode()).isEmpty();
    assertThat(picker.wardCode()).isEmpty();
  }

  @Test
  void the_same_code_in_the_other_layer_is_not_taken_for_the_ward_chosen() {
    assertThat(pickers.chosen("SINCE_2025", "79", "", TAN_PHU_OLD_AND_TAN_MY_NEW)).isPresent();
    assertThat(pickers.chosen("UNTIL_2025", "79", "778", TAN_PHU_OLD_AND_TAN_MY_NEW)).isPresent();
    assertThat(pickers.chosen("UNTIL_2025", "79", "", TAN_PHU_OLD_AND_TAN_MY_NEW)).isEmpty();
    assertThat(pickers.chosen("SINCE_2025", "79", "778", TAN_PHU_OLD_AND_TAN_MY_NEW)).isEmpty();
  }

  @Test
  void an_old_ward_without_a_known_new_one_is_still_chosen() {
    var picker = pickers.of("UNTIL_2025", "79", "764", "26869", null);
    assertThat(picker.chosen()).isEqualTo("Phường 15, Quận Gò Vấp, Thành phố Hồ Chí Minh");
    assertThat(picker.now()).isEmpty();
  }

  @Test
  void lists_are_in_the_order_people_look_for() {
    var wards = pickers.of("UNTIL_2025", "79", "764", "", null).wards();
    assertThat(wards.stream().map(Option::label))
        .containsSubsequence("Phường 1", "Phường 3", "Phường 4", "Phường 10", "Phường 17");
  }

  @Test
  void nonsense_is_as_good_as_nothing() {
    var picker = pickers.of("x", "\u0000", "'", "99999", "Sai");
    assertThat(picker.provinceCode()).isEmpty();
    assertThat(picker.problem()).isEqualTo("Sai");
  }
}
