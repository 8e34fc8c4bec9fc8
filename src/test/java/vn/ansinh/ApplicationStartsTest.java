package vn.ansinh;

import org.junit.jupiter.api.Test;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class ApplicationStartsTest {

  @Test
  void the_application_starts_on_an_empty_database() {}
}
