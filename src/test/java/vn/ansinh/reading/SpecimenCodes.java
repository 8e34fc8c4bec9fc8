package vn.ansinh.reading;

/** What codes on cards of an invented person say. */
public final class SpecimenCodes {

  public static final String CITIZEN =
      "079190000017|012345678|Nguyễn Thị Mẫu|15011990|Nữ|Tổ 3, Phường Bến Nghé, Quận 1, TP. Hồ Chí"
          + " Minh|15042021";

  public static final String INSURANCE_15 =
      "DN4797900000012|4e677579e1bb856e205468e1bb8b204de1baab75|15/01/1990|2|"
          + "5068c6b0e1bb9d6e672054c3a26e204de1baab752c2054502e2048e1bb93204368c3ad204d696e68|"
          + "79 - 013|01/01/2026|31/12/2026|01/01/2026|079197900000012|-|4|01/01/2031|"
          + "0000000000000000-0000|$";

  public static final String INSURANCE_10 =
      "DN4797900000012|4e677579e1bb856e205468e1bb8b204de1baab75|1990|2|-|01 - C54|01/01/2026|"
          + "31/12/2026|01/01/2026|$";

  public static final String INSURANCE_17 =
      "7900000012|4e677579e1bb856e205468e1bb8b204de1baab75|15/01/1990|2|-|79 - 013|01/01/2026|-|"
          + "01/01/2026|79197900000012|-|4| 01/01/2031|0000000000000000-0000|4|"
          + "424858482063c6a12073e1bb9f204de1baab75|$";

  public static final String FORM_01 = "ANSINH:F01:F01-7K3M-9QXD";

  public static final String LINES =
      """
      IDVNM1900000174079190000017<<4
      9001158F3001156VNM<<<<<<<<<<<4
      NGUYEN<<THI<MAU<<<<<<<<<<<<<<<""";

  private SpecimenCodes() {}
}
