package vn.ansinh.journeys;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.Field;

/** A made-up person who registers; every one has numbers of its own. */
record Applicant(String number, String fullName, String paper, String phone, String email) {

  static Applicant stranger() {
    var random = ThreadLocalRandom.current();
    var digits = "%08d".formatted(random.nextInt(100_000_000));
    return new Applicant(
        "79" + digits,
        "Nguyễn Thị Mẫu",
        "079190" + "%06d".formatted(random.nextInt(1_000_000)),
        "03527" + "%05d".formatted(random.nextInt(100_000)),
        "mau" + digits + "@example.vn");
  }

  /** What they type, all of it. */
  Map<Field, String> typed(String handIn) {
    var typed = new EnumMap<>(Applicants.stranger());
    typed.put(Field.APPLICANT_KIND, "INDIVIDUAL");
    typed.put(Field.NUMBER, number);
    typed.put(Field.FULL_NAME, fullName);
    typed.put(Field.PAPER_NUMBER, paper);
    typed.put(Field.PHONE, phone);
    typed.put(Field.EMAIL, email);
    typed.put(Field.RECEIVES_BY_EMAIL, Boolean.toString(!email.isEmpty()));
    typed.put(Field.HAND_IN, handIn);
    return typed;
  }

  Applicant withPhone(String other) {
    return new Applicant(number, fullName, paper, other, email);
  }

  Applicant withoutEmail() {
    return new Applicant(number, fullName, paper, phone, "");
  }
}
