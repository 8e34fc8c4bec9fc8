package vn.ansinh.people;

import java.util.List;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.Sex;
import vn.ansinh.support.Unique;

/** Invented people with numbers nobody else in the test database has. */
public final class RegisterFixtures {

  private RegisterFixtures() {}

  public static String socialInsuranceNumber() {
    return "79" + Unique.digits(8);
  }

  public static String personalId() {
    return "079190" + Unique.digits(6);
  }

  public static NewPerson mau() {
    return mau(socialInsuranceNumber(), personalId());
  }

  public static NewPerson mau(String socialInsuranceNumber, String personalId) {
    return new NewPerson(
        socialInsuranceNumber,
        personalId,
        "Nguyễn Thị Hoà Mẫu",
        new BirthDate(1990, 1, 15),
        Sex.FEMALE,
        List.of(new IdentityPaper(PaperKind.OLD_CARD, "012345678")),
        new Address(Layer.SINCE_2025, "27475", "Số 1 đường Thử"),
        "+84352153000",
        "mau@example.vn",
        "HO" + socialInsuranceNumber,
        "00",
        "01",
        "VN");
  }
}
