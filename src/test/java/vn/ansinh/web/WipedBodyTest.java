package vn.ansinh.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class WipedBodyTest {

  @Test
  void a_body_is_whole_until_the_request_is_over_and_zeros_then() {
    var request = new ServletRequestAttributes(new MockHttpServletRequest());
    RequestContextHolder.setRequestAttributes(request);
    try {
      var body = WipedBody.of(new byte[] {1, 2, 3});
      assertThat(body).containsExactly(1, 2, 3);
      request.requestCompleted();
      assertThat(body).containsOnly(0);
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
  }
}
