package vn.ansinh.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.ansinh.support.TestDatabase;

@SpringBootTest(
    properties = {
      "ansinh.mode=production",
      "ansinh.tls=terminated-by-proxy",
      "server.forward-headers-strategy=native",
      "ansinh.public-url=https://giaodich.example.vn",
      "ansinh.mail.host=smtp.invalid",
      "ansinh.mail.from=no-reply@example.vn",
      "ansinh.sms.by=none",
      "ansinh.outbox.running=false"
    })
@AutoConfigureMockMvc
class NoDemoInProductionTest {

  @DynamicPropertySource
  static void own(DynamicPropertyRegistry registry) {
    var database = TestDatabase.another();
    registry.add("spring.datasource.url", () -> database);
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    registry.add("ansinh.secret.key", () -> Base64.getEncoder().encodeToString(key));
  }

  @Autowired MockMvc browser;
  @Autowired ApplicationContext application;

  @ParameterizedTest
  @ValueSource(
      strings = {"/demo", "/demo/outbox", "/demo/components", "/demo/outbox/x/form-01.pdf"})
  void the_demos_pages_do_not_exist(String path) throws Exception {
    browser.perform(get(path).secure(true)).andExpect(status().isNotFound());
  }

  @Test
  void nor_does_any_bean_of_the_demo() {
    assertThat(application.getBeanDefinitionNames())
        .filteredOn(it -> name(it).startsWith("vn.ansinh.demo."))
        .isEmpty();
  }

  private String name(String bean) {
    var type = application.getType(bean);
    return type == null ? "" : type.getName();
  }
}
