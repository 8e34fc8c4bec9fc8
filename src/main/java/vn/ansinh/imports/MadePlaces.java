package vn.ansinh.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.imports.Weighted.Entry;

/**
 * True wards with made-up streets. Provinces come as often as people live there (thousands, census
 * of 2019), wards within a province alike. Most addresses are already written in the new division.
 */
final class MadePlaces {

  private static final int STILL_OLD_PERCENT = 12;
  private static final List<String> STREETS =
      List.of(
          "Lê Lợi",
          "Trần Hưng Đạo",
          "Nguyễn Huệ",
          "Quang Trung",
          "Hai Bà Trưng",
          "Lý Thường Kiệt",
          "Nguyễn Trãi",
          "Hùng Vương",
          "Ngô Quyền",
          "Phan Bội Châu",
          "Võ Thị Sáu",
          "Điện Biên Phủ",
          "Cách Mạng Tháng Tám",
          "Lê Hồng Phong");

  private final Weighted<String> provinces =
      new Weighted<>(
          Resources.rows("/imports/provinces.csv").stream()
              .map(
                  it ->
                      new Entry<>(it.getField("code"), Integer.parseInt(it.getField("thousands"))))
              .toList());
  private final Map<String, List<Ward>> wards = wardsByProvince();

  /** A ward until 2025 and, where there is one, the ward it went into. */
  private record Ward(String oldCode, String newCode, boolean urban) {}

  /**
   * An address, and the two digits of the province in which its people are registered.
   *
   * @param province of the 63 until 2025: numbers keep them
   */
  record Place(String province, Layer layer, String wardCode, String street) {}

  String province(RandomGenerator random) {
    return provinces.draw(random);
  }

  Place place(RandomGenerator random) {
    var province = province(random);
    var all = wards.getOrDefault(province, List.of());
    var ward = all.get(random.nextInt(all.size()));
    boolean old = ward.newCode().isEmpty() || random.nextInt(100) < STILL_OLD_PERCENT;
    return new Place(
        province,
        old ? Layer.UNTIL_2025 : Layer.SINCE_2025,
        old ? ward.oldCode() : ward.newCode(),
        ward.urban() ? street(random) : hamlet(random));
  }

  private static String street(RandomGenerator random) {
    if (random.nextInt(4) == 0) {
      return "Tổ " + (1 + random.nextInt(40)) + " khu phố " + (1 + random.nextInt(12));
    }
    int number = 1 + random.nextInt(400);
    var alley = random.nextInt(3) == 0 ? "/" + (1 + random.nextInt(60)) : "";
    return "Số " + number + alley + " đường " + STREETS.get(random.nextInt(STREETS.size()));
  }

  private static String hamlet(RandomGenerator random) {
    var kind = List.of("Thôn", "Xóm", "Ấp", "Tổ").get(random.nextInt(4));
    return kind + " " + (1 + random.nextInt(20));
  }

  private static Map<String, List<Ward>> wardsByProvince() {
    var successors = new HashMap<String, String>();
    for (var row : Resources.rows("/catalogue/ward-successors.csv")) {
      successors.putIfAbsent(row.getField("old_code"), row.getField("new_code"));
    }
    var parents = new HashMap<String, String>();
    var wards = new HashMap<String, List<Ward>>();
    for (var row : Resources.rows("/catalogue/units-until-2025.csv")) {
      parents.put(row.getField("code"), row.getField("parent_code"));
    }
    for (var row : Resources.rows("/catalogue/units-until-2025.csv")) {
      var code = row.getField("code");
      if (code.length() == 5) {
        var province = parents.getOrDefault(row.getField("parent_code"), "");
        var name = row.getField("name");
        wards
            .computeIfAbsent(province, _ -> new ArrayList<>())
            .add(new Ward(code, successors.getOrDefault(code, ""), !name.startsWith("Xã")));
      }
    }
    return wards;
  }
}
