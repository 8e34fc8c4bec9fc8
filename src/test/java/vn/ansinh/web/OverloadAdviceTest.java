package vn.ansinh.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.ansinh.platform.Overloaded;

class OverloadAdviceTest {

  @Test
  void what_finds_no_place_is_asked_to_come_again() throws Exception {
    var response = new MockHttpServletResponse();
    new OverloadAdvice().overloaded(new Overloaded("print Form 01"), response);
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("10");
  }
}
