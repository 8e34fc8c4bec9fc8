package vn.ansinh.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UploadGateTest {

  final UploadGate gate = new UploadGate(10, 8);
  final AtomicInteger under = new AtomicInteger();

  @Test
  void an_upload_that_finds_no_room_is_asked_to_come_again() throws Exception {
    var second = new MockHttpServletResponse();
    gate.doFilter(
        upload(6_000),
        new MockHttpServletResponse(),
        (_, _) -> gate.doFilter(upload(6_000), second, (_, _) -> under.incrementAndGet()));
    assertThat(second.getStatus()).isEqualTo(503);
    assertThat(second.getHeader("Retry-After")).isEqualTo("5");
    assertThat(under).hasValue(0);
  }

  @Test
  void room_is_given_back_and_small_uploads_go_side_by_side() throws Exception {
    for (int i = 0; i < 20; i++) {
      gate.doFilter(
          upload(4_000),
          new MockHttpServletResponse(),
          (_, _) ->
              gate.doFilter(
                  upload(4_000), new MockHttpServletResponse(), (_, _) -> under.incrementAndGet()));
    }
    assertThat(under).hasValue(20);
  }

  @Test
  void an_upload_that_does_not_say_how_long_it_is_is_refused() throws Exception {
    var request = new MockHttpServletRequest("POST", "/");
    request.setContentType("multipart/form-data; boundary=x");
    var response = new MockHttpServletResponse();
    gate.doFilter(request, response, (_, _) -> under.incrementAndGet());
    assertThat(response.getStatus()).isEqualTo(411);
    assertThat(under).hasValue(0);
  }

  @Test
  void everything_else_passes() throws Exception {
    var request = new MockHttpServletRequest("POST", "/");
    request.setContentType("application/x-www-form-urlencoded");
    gate.doFilter(request, new MockHttpServletResponse(), (_, _) -> under.incrementAndGet());
    assertThat(under).hasValue(1);
  }

  private static MockHttpServletRequest upload(int bytes) {
    var request = new MockHttpServletRequest("POST", "/");
    request.setContentType("multipart/form-data; boundary=x");
    request.setContent(new byte[bytes]);
    return request;
  }
}
