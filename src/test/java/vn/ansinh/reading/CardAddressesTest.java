package vn.ansinh.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.UnitLevel;
import vn.ansinh.catalogue.UnitPath;
import vn.ansinh.reading.CardAddress.Found;
import vn.ansinh.reading.CardAddress.Unclear;
import vn.ansinh.reading.CardAddress.Unknown;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class CardAddressesTest {

  @Autowired CardAddresses addresses;
  @Autowired AdministrativeUnits units;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Tổ 3, Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh;      Tổ 3; Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh
          12 đường Mẫu, Tổ 3, P. Bến Nghé, Q.1, TP.HCM;        12 đường Mẫu, Tổ 3; Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh
          BẾN NGHÉ, QUẬN 1, HỒ CHÍ MINH;                       ''; Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh
          Phường 03, Quận 3, Thành phố Hồ Chí Minh;            ''; Phường 3, Quận 3, Thành phố Hồ Chí Minh
          Thôn Mẫu, Xuân Quan, Văn Giang, Hưng Yên;            Thôn Mẫu; Xã Xuân Quan, Huyện Văn Giang, Tỉnh Hưng Yên
          Xóm 1, Xã Kim Liên, Huyện Nam Đàn, Tỉnh Nghệ An;     Xóm 1; Xã Kim Liên, Huyện Nam Đàn, Tỉnh Nghệ An
          """)
  void the_units_before_july_2025_are_found(String address, String street, String ward) {
    assertFound(address, null, Layer.UNTIL_2025, street, ward);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Khu phố 2, Phường Tân Mỹ, Thành phố Hồ Chí Minh;     Khu phố 2; Phường Tân Mỹ, Thành phố Hồ Chí Minh
          Thôn Mẫu, Xã Văn Giang, Hưng Yên;                    Thôn Mẫu; Xã Văn Giang, Tỉnh Hưng Yên
          """)
  void the_units_since_july_2025_are_found(String address, String street, String ward) {
    assertFound(address, LocalDate.of(2025, 9, 1), Layer.SINCE_2025, street, ward);
    assertFound(address, null, Layer.SINCE_2025, street, ward);
  }

  @Test
  void the_day_of_issue_decides_what_can_be_read_both_ways() {
    var address = "Xuân Quan, Văn Giang, Hưng Yên";
    assertThat(addresses.find(address, LocalDate.of(2025, 6, 30)))
        .isInstanceOfSatisfying(
            Found.class, it -> assertThat(it.ward().layer()).isEqualTo(Layer.UNTIL_2025));
    assertThat(addresses.find(address, Layer.CHANGE))
        .isInstanceOfSatisfying(
            Found.class, it -> assertThat(it.ward().layer()).isEqualTo(Layer.SINCE_2025));
  }

  @Test
  void what_is_not_known_is_left_to_be_chosen_below_what_is() {
    assertThat(addresses.find("Tổ 3, Phường Không Có, Quận 1, TP. Hồ Chí Minh", null))
        .isInstanceOfSatisfying(
            Unclear.class,
            it -> {
              assertThat(it.province().code()).isEqualTo("79");
              assertThat(it.district()).isNotNull();
              assertThat(it.street()).isEqualTo("Tổ 3, Phường Không Có");
            });
    assertThat(addresses.find("California, USA", null)).isEqualTo(new Unknown());
    assertThat(addresses.find("", null)).isEqualTo(new Unknown());
    assertThat(addresses.find(",".repeat(400), null)).isEqualTo(new Unknown());
  }

  @Test
  void every_ward_of_both_layers_is_found_by_its_own_name_or_left_open_and_never_mistaken() {
    int open = 0;
    int all = 0;
    for (var layer : Layer.values()) {
      for (var province : units.provinces(layer)) {
        for (var unit : units.below(layer, province.code())) {
          var wards =
              unit.level() == UnitLevel.WARD
                  ? java.util.List.of(unit)
                  : units.below(layer, unit.code());
          for (var ward : wards) {
            var path = units.path(layer, ward.code()).orElseThrow();
            all++;
            switch (addresses.find("Tổ 3, " + whole(path), date(layer))) {
              case Found found ->
                  assertThat(found.ward().ward().code()).as(whole(path)).isEqualTo(ward.code());
              case Unclear _, Unknown _ -> open++;
            }
          }
        }
      }
    }
    assertThat(open).isLessThan(all / 50);
  }

  private static LocalDate date(Layer layer) {
    return layer == Layer.UNTIL_2025 ? LocalDate.of(2022, 1, 1) : LocalDate.of(2026, 1, 1);
  }

  /** Island districts are both district and ward: the name stands twice. */
  private static String whole(UnitPath path) {
    var district = path.district();
    return path.ward().name()
        + (district == null ? "" : ", " + district.name())
        + ", "
        + path.province().name();
  }

  private void assertFound(
      String address, @Nullable LocalDate issued, Layer layer, String street, String ward) {
    assertThat(addresses.find(address, issued))
        .isInstanceOfSatisfying(
            Found.class,
            it -> {
              assertThat(it.ward().layer()).isEqualTo(layer);
              assertThat(it.ward().text()).isEqualTo(ward);
              assertThat(it.street()).isEqualTo(street);
            });
  }
}
