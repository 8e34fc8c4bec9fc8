package vn.ansinh.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.SecretMessages;
import vn.ansinh.notifications.DemoMessage;
import vn.ansinh.notifications.DemoOutbox;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.Secrets;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.Field;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class DemoPagesTest {

  @Autowired MockMvc browser;
  @Autowired SecretMessages secrets;
  @Autowired DemoOutbox outbox;
  @Autowired Applicants applicants;
  @Autowired TransactionTemplate transaction;

  @Test
  void the_start_page_shows_the_ways_in() throws Exception {
    browser
        .perform(get("/demo"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("/demo/outbox")));
  }

  @Test
  void a_code_can_be_read_by_the_number_it_went_to_in_any_spelling() throws Exception {
    var phone = "+8435" + Secrets.digits(7);
    var code = Secrets.digits(6);
    transaction.executeWithoutResult(
        _ -> secrets.sendCode(Ids.next(), null, Contact.phone(phone), code, Locale.of("vi")));
    arrived(phone);

    browser
        .perform(get("/demo/outbox").param("recipient", "0" + phone.substring(3)))
        .andExpect(status().isOk())
        .andExpect(content().string(allOf(containsString(code), containsString(phone))));
    browser
        .perform(get("/demo/outbox").param("recipient", "0399 999 999 9"))
        .andExpect(content().string(not(containsString(code))));
  }

  @Test
  void form_01_can_be_opened_from_the_mail_it_came_with() throws Exception {
    var typed = Applicants.stranger();
    applicants.submitted(typed);
    var mail = arrived(typed.get(Field.EMAIL));

    browser
        .perform(get("/demo/outbox/{id}/form-01.pdf", mail.id()))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", "application/pdf"));
    browser
        .perform(get("/demo/outbox/{id}/form-01.pdf", UUID.randomUUID()))
        .andExpect(status().isNotFound());
    browser
        .perform(get("/demo/outbox").param("recipient", typed.get(Field.EMAIL)))
        .andExpect(content().string(containsString("href=\"/status/")));
  }

  private DemoMessage arrived(String recipient) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> outbox.newest(recipient), it -> !it.isEmpty())
        .getFirst();
  }

  @Test
  void hostile_filters_find_nothing_and_break_nothing() throws Exception {
    for (var filter :
        new String[] {
          "'; drop table x --", "%", "<script>alert(1)</script>", "😀".repeat(2000), "\u202e"
        }) {
      browser
          .perform(get("/demo/outbox").param("recipient", filter))
          .andExpect(status().isOk())
          .andExpect(content().string(not(containsString("<script>alert"))));
    }
    assertThat(outbox.newest("%")).isEmpty();
  }
}
