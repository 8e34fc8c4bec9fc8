package vn.ansinh.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import vn.ansinh.files.FileId;
import vn.ansinh.files.Files;
import vn.ansinh.files.SafePictures;
import vn.ansinh.platform.Command;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Field;
import vn.ansinh.support.StoreCalls;
import vn.ansinh.support.TestDatabase;

/**
 * R19: two nodes take and open registrations with their photos while data keys are replaced and
 * everything is sealed again, over and over.
 */
class RotationUnderLoadTest {

  private static final int ROUNDS = 4;

  @EnableAutoConfiguration
  @ConfigurationPropertiesScan("vn.ansinh")
  @ComponentScan(
      nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
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
      excludeFilters = {
        @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = ".*(Test|Driver|Node|Bench)(\\$.*)?")
      })
  @Import(Applicants.class)
  static final class Modules {}

  @TempDir Path directory;

  private final String database = TestDatabase.installed();
  private final Queue<DeclarationId> accepted = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final Semaphore done = new Semaphore(0);
  private final AtomicInteger number = new AtomicInteger();

  @Test
  void nothing_fails_while_keys_rotate_and_everything_opens_afterwards() throws Exception {
    try (var first = node();
        var second = node()) {
      var over = new AtomicBoolean();
      var threads = Executors.newFixedThreadPool(4);
      try {
        for (var node : List.of(first, second, first, second)) {
          threads.execute(() -> work(node, over));
        }
        for (int i = 0; i < ROUNDS; i++) {
          assertThat(done.tryAcquire(3, 2, TimeUnit.MINUTES)).as(failures::toString).isTrue();
          run(i % 2 == 0 ? first : second, "keys rotate");
          run(i % 2 == 0 ? second : first, "keys reseal");
        }
      } finally {
        over.set(true);
      }
      threads.close();
      assertThat(failures).isEmpty();
      assertThat(accepted).hasSizeGreaterThan(3 * ROUNDS - 1);

      for (var node : List.of(first, second)) {
        accepted.forEach(it -> open(node, it));
      }
      everythingLiesUnderTheNewestAndTheOthersMayGo(first, second);
    }
  }

  private void everythingLiesUnderTheNewestAndTheOthersMayGo(
      ConfigurableApplicationContext first, ConfigurableApplicationContext second) {
    second.getBean(HeldRing.class).look();
    first.getBean(HeldRing.class).look();
    var newest = first.getBean(HeldRing.class).newest();
    run(first, "keys reseal");
    assertThat(first.getBean(Reseals.class).countByKey()).containsOnlyKeys(newest);
    assertThat(run(first, "keys list")).contains(newest, "seals and opens", "files.file");
    var old =
        first.getBean(RingStore.class).keys().stream()
            .map(DataKey::id)
            .filter(it -> !it.equals(newest))
            .toList();
    assertThat(old).hasSize(ROUNDS);
    assertThat(refused(first, "keys retire", newest)).contains("is the one that seals");
    assertThat(refused(first, "keys retire", "00000000")).contains("There is no data key");
    old.forEach(it -> run(first, "keys retire", it));
    second.getBean(HeldRing.class).look();
    for (var node : List.of(first, second)) {
      accepted.forEach(it -> open(node, it));
    }
    run(second, "keys rotate");
    assertThat(refused(second, "keys retire", newest)).contains("run keys reseal first");
  }

  private void work(ConfigurableApplicationContext node, AtomicBoolean over) {
    var applicants = node.getBean(Applicants.class);
    while (!over.get() && failures.isEmpty()) {
      try {
        var phone = "+8491%07d".formatted(number.incrementAndGet());
        var typed = Applicants.typing(Applicants.stranger(), Field.PHONE, phone);
        var id = applicants.submitted(typed).id();
        open(node, id);
        accepted.add(id);
        done.release();
      } catch (Throwable e) {
        failures.add(e);
      }
    }
  }

  private static void open(ConfigurableApplicationContext node, DeclarationId id) {
    var declaration = node.getBean(Declarations.class).find(id).orElseThrow();
    assertThat(declaration.facts()).isNotNull();
    for (FileId photo : declaration.photos().ids()) {
      assertThat(SafePictures.await(node.getBean(Files.class), photo).jpeg()).isNotEmpty();
    }
  }

  private static String run(ConfigurableApplicationContext node, String name, String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    assertThat(exit(node, name, out, err, words)).as(err.toString()).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String refused(ConfigurableApplicationContext node, String name, String word) {
    var err = new ByteArrayOutputStream();
    assertThat(exit(node, name, new ByteArrayOutputStream(), err, word)).isOne();
    return err.toString(StandardCharsets.UTF_8);
  }

  private static int exit(
      ConfigurableApplicationContext node,
      String name,
      ByteArrayOutputStream out,
      ByteArrayOutputStream err,
      String... words) {
    var command =
        node.getBeansOfType(Command.class).values().stream()
            .filter(it -> it.getClass().getAnnotation(Command.Named.class).value().equals(name))
            .findFirst()
            .orElseThrow();
    try (var printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        var complained = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      return command.run(List.of(words), printed, complained);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private ConfigurableApplicationContext node() {
    Map<String, Object> settings = new HashMap<>(TestDatabase.settings(database));
    settings.put("ansinh.files.directory", directory.resolve("files"));
    settings.put("ansinh.files.poll", "100ms");
    settings.put("ansinh.keys.retire-after", "0s");
    settings.put("ansinh.keys.batch", "7");
    settings.put("logging.level.vn.ansinh", "off");
    return new SpringApplicationBuilder(Modules.class)
        .web(WebApplicationType.NONE)
        .initializers(it -> it.getBeanFactory().addBeanPostProcessor(new StoreCalls()))
        .run(
            settings.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new));
  }
}
