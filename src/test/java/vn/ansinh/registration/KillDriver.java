package vn.ansinh.registration;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import vn.ansinh.files.Files;
import vn.ansinh.files.SafePictures;

/**
 * The process that {@link KillTest} kills: makes registrations, going on from what the ledger says,
 * and finally opens every photo. Every tenth applicant uses the phone of the one before, so that
 * there are refusals too.
 */
final class KillDriver {

  /** The application without its edges and its scheduled jobs. */
  @EnableAutoConfiguration
  @ConfigurationPropertiesScan("vn.ansinh")
  @ComponentScan(
      basePackages = {
        "vn.ansinh.platform",
        "vn.ansinh.keys",
        "vn.ansinh.audit",
        "vn.ansinh.catalogue",
        "vn.ansinh.identity",
        "vn.ansinh.population",
        "vn.ansinh.printing",
        "vn.ansinh.people",
        "vn.ansinh.imaging",
        "vn.ansinh.files",
        "vn.ansinh.accounts",
        "vn.ansinh.consents",
        "vn.ansinh.registration"
      },
      nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
      excludeFilters =
          @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
  @Import(Applicants.class)
  static final class Modules {}

  private static final int WORKERS = 6;

  private final Applicants applicants;
  private final Declarations declarations;
  private final Files files;
  private final Ledger ledger;

  private KillDriver(Applicants applicants, Declarations declarations, Files files, Ledger ledger) {
    this.applicants = applicants;
    this.declarations = declarations;
    this.files = files;
    this.ledger = ledger;
  }

  /** Ledger and number of registrations; everything else is system properties. */
  public static void main(String[] args) throws Exception {
    try (var context =
        new SpringApplicationBuilder(Modules.class).web(WebApplicationType.NONE).run()) {
      var driver =
          new KillDriver(
              context.getBean(Applicants.class),
              context.getBean(Declarations.class),
              context.getBean(Files.class),
              new Ledger(Path.of(args[0])));
      driver.work(Integer.parseInt(args[1]));
      driver.openEveryPhoto();
    }
  }

  private void work(int count) throws InterruptedException {
    var next = new AtomicInteger();
    var before = ledger.entries();
    try (var workers = Executors.newFixedThreadPool(WORKERS)) {
      for (int i = 0; i < WORKERS; i++) {
        workers.execute(
            () -> {
              for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                one(n, before.getOrDefault(n, new Ledger.Entry(null, null)));
              }
            });
      }
    }
  }

  private void one(int number, Ledger.Entry before) {
    if (before.answered() != null) {
      return;
    }
    var draft =
        before.tried() != null
            ? new DraftId(UUID.fromString(before.tried()))
            : patiently(() -> applicants.ready(typed(number)));
    if (before.tried() == null) {
      ledger.tried(number, draft);
    }
    var answer = patiently(() -> declarations.submit(draft, key(number)));
    if (answer instanceof Submission.Accepted accepted) {
      ledger.accepted(number, accepted);
    } else {
      ledger.refused(number);
    }
  }

  /** A person would press the button again. */
  private static <T> T patiently(Supplier<T> deed) {
    while (true) {
      try {
        return deed.get();
      } catch (RuntimeException e) {
        pause();
      }
    }
  }

  private void openEveryPhoto() {
    for (var entry : ledger.entries().values()) {
      if (!entry.answered().equals("refused")) {
        var id = new DeclarationId(UUID.fromString(entry.answered().split("/")[0]));
        var photos = declarations.find(id).orElseThrow().photos().ids();
        photos.forEach(it -> SafePictures.await(files, it));
      }
    }
    ledger.note("photos-open");
  }

  static UUID key(int number) {
    return UUID.nameUUIDFromBytes(("registration " + number).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<Field, String> typed(int number) {
    var phone = "+8491%07d".formatted(number % 10 == 9 ? number - 1 : number);
    return Applicants.typing(Applicants.stranger(), Field.PHONE, phone);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
