package vn.ansinh.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.notifications.DemoOutbox;
import vn.ansinh.registration.Applicants;
import vn.ansinh.support.Journey;

/**
 * From the first page to the declaration code, on phone and desktop, with and without JavaScript.
 */
class RegistrationJourney extends Journey {

  @Autowired DemoOutbox outbox;
  @Autowired Applicants applicants;

  @ParameterizedTest
  @MethodSource("ways")
  void r1_to_r6_somebody_registers_with_an_email_address(Way way) {
    var applicant = Applicant.stranger();
    var registering = register(way, applicant, "ONLINE");
    registering.confirm(applicant.email());
    assertThat(registering.declarationCode()).matches("F01-[0-9A-Z]{4}-[0-9A-Z]{4}");
  }

  @ParameterizedTest
  @MethodSource("corners")
  void r7_r18b_somebody_without_email_registers_by_text_message_and_brings_the_form(Way way) {
    var applicant = Applicant.stranger().withoutEmail();
    var registering = register(way, applicant, "AT_DESK");
    registering.confirm(applicant.phone());
    assertThat(registering.declarationCode()).startsWith("F01-");
  }

  @ParameterizedTest
  @MethodSource("console")
  void somebody_with_an_email_address_confirms_the_phone_as_well(Way way) {
    var applicant = Applicant.stranger();
    var registering = new Registering(visitor(way), outbox);
    registering.quick(applicants, applicant, "ONLINE");
    registering.confirmPhone(applicant.phone());
  }

  @ParameterizedTest
  @MethodSource("corners")
  void a_phone_somebody_else_mistyped_is_confirmed_by_its_owner_who_then_is_registered(Way way) {
    var slip = Applicant.stranger();
    new Registering(visitor(way), outbox).quick(applicants, slip, "ONLINE");
    var owner = Applicant.stranger().withPhone(slip.phone());
    var registering = new Registering(visitor(way), outbox);
    registering.upToTheCode(applicants, owner);
    registering.provePhone(owner);
    assertThat(registering.declarationCode()).startsWith("F01-");
  }

  private Registering register(Way way, Applicant applicant, String handIn) {
    var registering = new Registering(visitor(way), outbox);
    registering.start();
    registering.kind("INDIVIDUAL");
    registering.number(applicant);
    registering.details(applicant);
    registering.photos();
    registering.office(handIn);
    registering.review();
    return registering;
  }
}
