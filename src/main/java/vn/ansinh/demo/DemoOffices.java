package vn.ansinh.demo;

import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.imports.OfficeImport;
import vn.ansinh.imports.OfficeImport.Keep;

/**
 * Gives the demo offices with addresses and hours, invented and marked as samples, before there is
 * staff.
 */
@DemoOnly
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "ansinh.demo.seed", matchIfMissing = true)
@Component
@Order(50)
class DemoOffices implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(DemoOffices.class);
  private static final String FILE = "/demo/offices.csv";

  private final OfficeImport imports;

  DemoOffices(OfficeImport imports) {
    this.imports = imports;
  }

  /** The import changes nothing the second time, so every start may run it. */
  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    try (var file = Objects.requireNonNull(DemoOffices.class.getResourceAsStream(FILE), FILE)) {
      var report = imports.run(file, Keep.ALL_OR_NONE, Actor.SYSTEM);
      LOG.info("The demo has {} more offices", report.added());
    }
  }
}
