package vn.ansinh.reading;

/** Writes the three lines of an invented person's card. */
public final class SpecimenLines {

  private SpecimenLines() {}

  /** Born on 15 January of the year the number tells. */
  public static String of(String number, String name) {
    var last = number.substring(3);
    var sex = (number.charAt(3) - '0') % 2 == 0 ? "M" : "F";
    var born = number.substring(4, 6) + "0115";
    var first = "IDVNM" + checked(last) + number + "<<" + CheckDigits.of(number);
    var second = checked(born) + sex + checked("350115") + "VNM<<<<<<<<<<<";
    var composite =
        first.substring(5)
            + second.substring(0, 7)
            + second.substring(8, 15)
            + second.substring(18, 29);
    return first + "\n" + second + CheckDigits.of(composite) + "\n" + padded(name);
  }

  private static String checked(String field) {
    return field + CheckDigits.of(field);
  }

  private static String padded(String name) {
    return name + "<".repeat(30 - name.length());
  }
}
