package vn.ansinh.reading;

import java.util.Random;

/**
 * An invented person, as the three lines on the back of a card say them.
 *
 * @param number 12 digits that go with birth year and sex
 * @param name in capitals, family name first, words separated by {@code <}
 * @param born and the last day, as {@code YYMMDD}
 */
public record SpecimenHolder(String number, String name, String born, String sex, String until) {

  private static final String[] FAMILIES = {
    "NGUYEN", "TRAN", "LE", "PHAM", "HOANG", "HUYNH", "PHAN", "VU", "VO", "DANG", "BUI", "DO", "HO",
    "NGO", "DUONG", "LY", "DINH", "TRUONG", "QUACH", "MAI", "TRINH", "DOAN", "KHUAT", "GIANG", "Y",
    "THACH", "CHAU", "LUONG", "NONG", "SIU", "KPA", "HTHI"
  };
  private static final String[] MIDDLES = {
    "VAN", "THI", "DUC", "HUU", "NGOC", "QUANG", "MINH", "XUAN", "CONG", "DINH", "KIM", "BICH",
    "THANH", "HONG", "GIA", "BAO", "PHUONG", "QUYNH", "LAN", "HOAI"
  };
  private static final String[] GIVENS = {
    "MAU", "ANH", "BINH", "CUONG", "DUNG", "GIANG", "HA", "HUONG", "KHOA", "LINH", "LOAN", "MY",
    "NAM", "NHUNG", "OANH", "PHUC", "QUYEN", "SON", "TAM", "TUYET", "UYEN", "VIET", "XUYEN", "YEN",
    "QUOC", "HUY", "VY", "TRANG", "BHAM", "NIE", "HLOI", "SANG"
  };

  public static SpecimenHolder random(Random random) {
    int century = random.nextInt(2);
    int year = century == 0 ? random.nextInt(50, 100) : random.nextInt(0, 10);
    boolean woman = random.nextBoolean();
    var number =
        "%03d%d%02d%06d"
            .formatted(
                random.nextInt(1, 97),
                2 * century + (woman ? 1 : 0),
                year,
                random.nextInt(1_000_000));
    var name = new StringBuilder(one(FAMILIES, random)).append("<<");
    if (random.nextInt(8) > 0) {
      name.append(one(MIDDLES, random)).append('<');
    }
    if (random.nextInt(4) == 0) {
      name.append(one(MIDDLES, random)).append('<');
    }
    name.append(one(GIVENS, random));
    var until =
        random.nextInt(12) == 0
            ? "991231"
            : "%02d%02d%02d"
                .formatted(random.nextInt(26, 50), random.nextInt(1, 13), random.nextInt(1, 29));
    var born = "%02d%02d%02d".formatted(year, random.nextInt(1, 13), random.nextInt(1, 29));
    return new SpecimenHolder(number, name.toString(), born, woman ? "F" : "M", until);
  }

  /** Three lines of 30, every check digit right. */
  public String lines() {
    var first = "IDVNM" + checked(number.substring(3)) + number + "<<" + CheckDigits.of(number);
    var second = checked(born) + sex + checked(until) + "VNM<<<<<<<<<<<";
    var all =
        first.substring(5)
            + second.substring(0, 7)
            + second.substring(8, 15)
            + second.substring(18, 29);
    var third = name.length() > 30 ? name.substring(0, 30) : name + "<".repeat(30 - name.length());
    return first + "\n" + second + CheckDigits.of(all) + "\n" + third;
  }

  private static String checked(String field) {
    return field + CheckDigits.of(field);
  }

  private static String one(String[] words, Random random) {
    return words[random.nextInt(words.length)];
  }
}
