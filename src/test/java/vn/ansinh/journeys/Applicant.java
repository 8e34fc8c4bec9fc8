package vn.ansinh.journeys;

import java.util.concurrent.ThreadLocalRandom;

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

  Applicant withPhone(String other) {
    return new Applicant(number, fullName, paper, other, email);
  }

  Applicant withoutEmail() {
    return new Applicant(number, fullName, paper, phone, "");
  }
}
