package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.people.Person;
import vn.ansinh.people.PersonStatus;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.platform.PersonId;

class PasswordRulesTest {

  final PasswordRules rules = new PasswordRules();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chieu mua ben song",
        "Chiều mưa bên sông",
        "xanh-la-cay-9",
        "7kq2m8zw",
        "rất là dài nhưng dễ nhớ",
        "😀😁😂🤣😃😄😅😆",
        "пароль-мой-личный",
        "nguyenan-thich-an-pho"
      })
  void a_password_of_ones_own_is_taken_whatever_it_is_made_of(String password) {
    assertThat(rules.weakness(password, own())).isEmpty();
  }

  @Test
  void length_counts_code_points_after_normalization() {
    assertThat(rules.weakness("7kq2m8z", Set.of())).contains(Weakness.TOO_SHORT);
    assertThat(rules.weakness("😀😁😂🤣", Set.of())).contains(Weakness.TOO_SHORT);
    assertThat(rules.weakness("a\u0302a\u0302a\u0302a\u0302", Set.of()))
        .contains(Weakness.TOO_SHORT);
    assertThat(rules.weakness("ab cd ef gh ".repeat(11), Set.of())).contains(Weakness.TOO_LONG);
    assertThat(rules.weakness("Sông Hồng " + "x y z w v ".repeat(11), Set.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345678",
        "123456789",
        "87654321",
        "00000000",
        "password",
        "Password1",
        "P@ssw0rd",
        "P@ssw0rd2026",
        "matkhau123",
        "Mật khẩu 123",
        "MatKhau@2024",
        "anhyeuem",
        "Anh yêu em",
        "anhyeuem1999",
        "emyeuanh!!!",
        "qwertyuiop",
        "1qaz2wsx",
        "abcdefgh",
        "abcabcabc",
        "12121212",
        "147258369",
        "vietnam2026",
        "baohiemxahoi",
        "19009068"
      })
  void what_is_guessed_first_is_refused(String password) {
    assertThat(rules.weakness(password, Set.of())).contains(Weakness.COMMON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7912345678",
        "079190000017",
        "Nguyễn Thị Hoà Mẫu",
        "nguyenthihoamau",
        "Mau15011990",
        "hoamau@1990",
        "15/01/1990",
        "19900115!",
        "150190150190x",
        "0352153000",
        "+84352153000",
        "mau0352153000",
        "mau@example.vn",
        "MauNguyen1990"
      })
  void what_others_know_of_the_person_is_refused(String password) {
    assertThat(rules.weakness(password, own())).contains(Weakness.OWN_DATA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc\u0000defgh12", "tab\tund mehr", "\ud83dlone surrogate"})
  void what_another_keyboard_cannot_repeat_is_refused(String password) {
    assertThat(rules.weakness(password, Set.of())).contains(Weakness.UNUSABLE_CHARACTERS);
  }

  private static Set<String> own() {
    var it = RegisterFixtures.mau("7912345678", "079190000017");
    return OwnWords.of(
        new Person(
            PersonId.next(),
            it.socialInsuranceNumber(),
            it.personalId(),
            it.fullName(),
            it.birthDate(),
            it.sex(),
            it.papers(),
            it.address(),
            it.phone(),
            it.email(),
            null,
            it.householdCode(),
            it.householdRelation(),
            it.ethnicGroup(),
            it.nationality(),
            PersonStatus.ACTIVE));
  }
}
