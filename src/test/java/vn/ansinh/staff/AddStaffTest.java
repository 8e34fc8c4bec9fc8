package vn.ansinh.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestStaff;

@ApplicationTest
class AddStaffTest {

  @Autowired AddStaff command;
  @Autowired StaffSignIn signIn;
  @Autowired Officers officers;
  @Autowired TestStaff staff;

  final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void an_operator_adds_the_first_administrator_who_can_then_sign_in() {
    var name = "admin." + TestStaff.random();
    assertThat(run("--user", name, "--name", "Lý Thị Quản", "--office", staff.provincialOffice()))
        .isZero();
    var password = printed.toString(StandardCharsets.UTF_8).strip().replaceAll("(?s).*: ", "");
    assertThat(signIn.withPassword(name, password, TestStaff.caller()))
        .isInstanceOf(SignInStep.Next.class);
    assertThat(officers.byUserName(name).orElseThrow().roles()).containsExactly(Role.ADMINISTRATOR);
  }

  @Test
  void wrong_arguments_and_unknown_offices_add_nobody() {
    assertThat(run("--user", "abc")).isEqualTo(2);
    assertThat(run("--user", "abc", "--name", "An Bình", "--office", "07919", "--roles", "KING"))
        .isEqualTo(2);
    assertThat(run("--user", "abc", "--name", "An Bình", "--office", "xx")).isEqualTo(1);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("no such office");
  }

  private int run(String... arguments) {
    var stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return command.run(List.of(arguments), stream, stream);
  }
}
