package vn.ansinh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class DevicesTest {

  @Test
  void an_ipv4_address_is_a_network_of_its_own() {
    assertThat(network("203.0.113.9")).isNotEqualTo(network("203.0.113.10"));
    assertThat(network("::ffff:203.0.113.9")).isEqualTo(network("203.0.113.9"));
  }

  @Test
  void addresses_of_one_ipv6_connection_are_one_network() {
    assertThat(network("2001:db8:1:2::1")).isEqualTo(network("2001:db8:1:2:ffff::9"));
    assertThat(network("2001:db8:1:2::1")).isNotEqualTo(network("2001:db8:1:3::1"));
  }

  @Test
  void names_are_not_looked_up() {
    assertThat(network("localhost")).isEqualTo("unknown");
    assertThat(network("")).isEqualTo("unknown");
  }

  private static String network(String address) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    return Devices.of(request).network();
  }
}
