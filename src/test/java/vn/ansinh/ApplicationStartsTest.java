package vn.ansinh;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ApplicationStartsTest {

  @Test
  void the_application_starts_on_an_empty_database() {}
}
