package vn.ansinh.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import vn.ansinh.federation.IdentitySimulator;
import vn.ansinh.platform.PublicAddress;
import vn.ansinh.support.TestClock;

class DemoIdentitiesTest {

  @Test
  void it_listens_on_its_port_and_says_where() throws Exception {
    var here = new PublicAddress("http://localhost:8080");
    try (var identities = new DemoIdentities(0, "ansinh-demo", "secret", here, new TestClock());
        var client = HttpClient.newHttpClient()) {
      var line = identities.lines().getFirst();
      var issuer = line.substring(line.indexOf("http://"));
      var document = URI.create(issuer + "/.well-known/openid-configuration");
      var answer = client.send(HttpRequest.newBuilder(document).build(), BodyHandlers.ofString());
      assertThat(answer.body()).contains(issuer + "/authorize");
    }
  }

  @Test
  void it_knows_the_demos_people_but_no_child() throws Exception {
    assertThat(DemoIdentities.citizens())
        .extracting(IdentitySimulator.Citizen::fullName)
        .contains(DemoPeople.PEOPLE.getFirst().name(), DemoFamily.MOTHER.name())
        .doesNotContain(DemoFamily.CHILD.name())
        .hasSize(5);
  }
}
