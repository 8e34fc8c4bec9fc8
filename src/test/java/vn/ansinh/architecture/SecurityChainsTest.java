package vn.ansinh.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.ansinh.support.ApplicationTest;

/** Nothing is reachable because somebody forgot to close it. */
@ApplicationTest
class SecurityChainsTest {

  @Autowired FilterChainProxy security;
  @Autowired MockMvcTester server;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void only_the_last_chain_takes_whatever_comes() {
    var chains = security.getFilterChains();
    var nowhere = request("/a-page/nobody/thought-of");
    assertThat(chains.subList(0, chains.size() - 1)).noneMatch(it -> it.matches(nowhere));
    assertThat(chains.getLast().matches(nowhere)).isTrue();
    assertThat(server.get().uri("/a-page/nobody/thought-of")).hasStatus(404);
  }

  @Test
  void every_page_there_is_stands_in_a_list() {
    var listed = listed();
    mappings.getHandlerMethods().keySet().stream()
        .flatMap(it -> it.getPatternValues().stream())
        .map(it -> it.replaceAll("\\{[^}]*}", "x"))
        .forEach(
            path ->
                assertThat(listed)
                    .as("no security chain before the last claims " + path)
                    .anyMatch(it -> it.matches(request(path))));
  }

  @Test
  void of_what_the_framework_offers_only_health_and_metrics_answer() {
    for (var path : List.of("/actuator/health", "/actuator/health/readiness", "/livez")) {
      assertThat(server.get().uri(path)).as(path).hasStatusOk();
    }
    for (var path :
        List.of(
            "/actuator",
            "/actuator/env",
            "/actuator/beans",
            "/actuator/heapdump",
            "/actuator/loggers",
            "/actuator/mappings",
            "/actuator/anything")) {
      assertThat(server.get().uri(path)).as(path).hasStatus(404);
    }
  }

  private List<SecurityFilterChain> listed() {
    var chains = security.getFilterChains();
    return chains.subList(0, chains.size() - 1);
  }

  private static MockHttpServletRequest request(String path) {
    var request = new MockHttpServletRequest("GET", path);
    request.setServletPath(path);
    return request;
  }
}
