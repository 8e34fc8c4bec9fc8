package vn.ansinh.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.ADMINISTRATOR;
import static vn.ansinh.staff.Role.INTAKE;
import static vn.ansinh.staff.Role.REVIEWER;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.staff.OfficerChange.Done;
import vn.ansinh.staff.OfficerChange.FirstPassword;
import vn.ansinh.staff.OfficerChange.Invalid;
import vn.ansinh.staff.OfficerChange.NotFound;
import vn.ansinh.staff.OfficerChange.UnknownOffice;
import vn.ansinh.staff.OfficerChange.UserNameTaken;
import vn.ansinh.staff.OfficerChange.Yourself;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestStaff;

@ApplicationTest
class OfficersTest {

  @Autowired Officers officers;
  @Autowired TestStaff staff;

  String province;
  String district;
  String elsewhere;
  Officer administrator;

  @BeforeEach
  void a_province_with_a_district_office() {
    province = staff.provincialOffice();
    district = staff.office(province);
    elsewhere = staff.provincialOffice();
    administrator = staff.officer(province, ADMINISTRATOR);
  }

  @Test
  void an_administrator_adds_people_to_offices_below() {
    var added =
        staff.confirmed(officers.add(details("vu.thi.mai", district, INTAKE), administrator));
    assertThat(added).isInstanceOf(FirstPassword.class);
    var officer = officers.find(((FirstPassword) added).officer()).orElseThrow();
    assertThat(officer.fullName()).isEqualTo("Vũ Thị Mai");
    assertThat(officer.roles()).containsExactly(INTAKE);
    assertThat(officers.visibleTo(administrator)).contains(officer, administrator);
  }

  @Test
  void nobody_is_added_elsewhere_or_to_an_office_that_does_not_exist() {
    assertThat(officers.add(details("a.b", elsewhere, INTAKE), administrator))
        .isEqualTo(new UnknownOffice());
    assertThat(officers.add(details("a.b", "12345", INTAKE), administrator))
        .isEqualTo(new UnknownOffice());
  }

  @Test
  void a_user_name_is_given_once() {
    var details = details("tran.van.binh", district, REVIEWER);
    staff.confirmed(officers.add(details, administrator));
    assertThat(officers.add(details, administrator)).isEqualTo(new UserNameTaken());
  }

  @Test
  void what_is_written_wrongly_is_named() {
    var wrong = new OfficerDetails("Có Dấu", "A", district, Set.of());
    assertThat(((Invalid) officers.add(wrong, administrator)).fields())
        .containsExactlyInAnyOrder(OfficerChange.Field.values());
  }

  @Test
  void nobody_changes_oneself() {
    assertThat(
            officers.change(administrator.id(), details("x.y", province, REVIEWER), administrator))
        .isEqualTo(new Yourself());
    assertThat(officers.deactivate(administrator.id(), administrator)).isEqualTo(new Yourself());
    assertThat(officers.renewPassword(administrator.id(), administrator)).isEqualTo(new Yourself());
  }

  @Test
  void officers_of_other_offices_do_not_exist_for_an_administrator() {
    var stranger = staff.officer(elsewhere, REVIEWER);
    assertThat(officers.visibleTo(administrator)).doesNotContain(stranger);
    assertThat(officers.change(stranger.id(), details("x.y", district, INTAKE), administrator))
        .isEqualTo(new NotFound());
    assertThat(officers.deactivate(stranger.id(), administrator)).isEqualTo(new NotFound());
    assertThat(officers.resetSecondFactor(stranger.id(), administrator)).isEqualTo(new NotFound());
  }

  @Test
  void who_is_no_administrator_changes_nobody() {
    var head = staff.officer(province, Role.OFFICE_HEAD);
    var officer = staff.officer(district, INTAKE);
    assertThat(officers.deactivate(officer.id(), head)).isEqualTo(new NotFound());
    assertThat(officers.add(details("x.y", district, INTAKE), head)).isEqualTo(new NotFound());
  }

  @Test
  void roles_and_office_change_at_once() {
    var officer = staff.officer(district, INTAKE);
    var changed = details("ignored", province, REVIEWER);
    assertThat(staff.confirmed(officers.change(officer.id(), changed, administrator)))
        .isEqualTo(new Done());
    var now = officers.find(officer.id()).orElseThrow();
    assertThat(now.roles()).containsExactly(REVIEWER);
    assertThat(now.officeCode()).isEqualTo(province);
    assertThat(now.userName()).isEqualTo(officer.userName());
  }

  @Test
  void who_was_deactivated_comes_back_with_a_new_first_password() {
    var officer = staff.officer(district, INTAKE);
    officers.deactivate(officer.id(), administrator);
    assertThat(officers.find(officer.id()).orElseThrow().active()).isFalse();
    assertThat(staff.confirmed(officers.renewPassword(officer.id(), administrator)))
        .isInstanceOf(FirstPassword.class);
    assertThat(officers.find(officer.id()).orElseThrow().active()).isTrue();
  }

  private OfficerDetails details(String name, String office, Role... roles) {
    return new OfficerDetails(
        name.equals("ignored") ? "ignored" : name + "." + TestStaff.random(),
        " Vũ  Thị Mai ",
        office,
        Set.of(roles));
  }
}
