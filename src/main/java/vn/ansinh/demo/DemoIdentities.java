package vn.ansinh.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.ansinh.federation.IdentitySimulator;
import vn.ansinh.platform.DemoSignIns;
import vn.ansinh.platform.PublicAddress;

/**
 * VNeID (mô phỏng) beside the demo: a provider of its own on another port, asked over HTTP as a
 * real one would be, that knows the demo's people. {@code bin/run} chooses the port and tells the
 * settings of providers about it.
 */
@DemoOnly
@Component
@Order(300)
@ConditionalOnProperty("ansinh.demo.identity-port")
class DemoIdentities implements DemoSignIns, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DemoIdentities.class);

  private static final String KNOWN = "/demo/people.csv";

  /** Younger ones have no identity of their own. */
  private static final String CHILD = DemoFamily.CHILD.number();

  /** Absent where somebody took the port since it was found free: the demo goes on without. */
  private final @Nullable IdentitySimulator simulator;

  DemoIdentities(
      @Value("${ansinh.demo.identity-port}") int port,
      @Value("${ansinh.federation.providers.vneid.client-id}") String id,
      @Value("${ansinh.federation.providers.vneid.client-secret}") String secret,
      PublicAddress address,
      Clock clock)
      throws IOException {
    var back = URI.create(address.of("/sign-in/identity/vneid/return"));
    this.simulator =
        started(port, new IdentitySimulator.Client(id, secret, back), citizens(), clock);
  }

  private static @Nullable IdentitySimulator started(
      int port,
      IdentitySimulator.Client client,
      List<IdentitySimulator.Citizen> citizens,
      Clock clock)
      throws IOException {
    try {
      return new IdentitySimulator(port, client, citizens, clock);
    } catch (BindException e) {
      LOG.warn("VNeID is not simulated: port {} is taken", port);
      return null;
    }
  }

  @Override
  public List<String> lines() {
    return simulator == null
        ? List.of()
        : List.of("VNeID (simulated) on the sign-in page, at " + simulator.issuer());
  }

  @Override
  public void close() {
    if (simulator != null) {
      simulator.close();
    }
  }

  static List<IdentitySimulator.Citizen> citizens() throws IOException {
    var stream = Objects.requireNonNull(DemoIdentities.class.getResourceAsStream(KNOWN), KNOWN);
    try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        var rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
      return rows.stream()
          .filter(it -> !it.getField("social_insurance_number").equals(CHILD))
          .map(
              it ->
                  new IdentitySimulator.Citizen(
                      it.getField("personal_id"),
                      it.getField("full_name"),
                      it.getField("birth_date")))
          .toList();
    }
  }
}
