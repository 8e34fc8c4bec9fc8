package vn.ansinh.launcher;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import vn.ansinh.platform.Command;

/** All commands of all modules, found by their {@link Command.Named}. */
final class Commands {

  /** One of them, not yet made. */
  record Known(Class<? extends Command> type, Command.Named named) {

    String name() {
      return named.value();
    }

    int words() {
      return name().split(" ").length;
    }

    boolean database() {
      return named.database();
    }

    String usage() {
      return (name() + " " + named.usage()).strip();
    }

    String help() {
      return "  %-52s %s".formatted(usage(), named.does());
    }

    Command make() {
      return BeanUtils.instantiateClass(type);
    }

    private boolean matches(List<String> arguments) {
      var words = List.of(name().split(" "));
      return arguments.size() >= words.size() && arguments.subList(0, words.size()).equals(words);
    }
  }

  private Commands() {}

  static List<Known> all() {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(Command.Named.class));
    return scan.findCandidateComponents("vn.ansinh").stream()
        .map(found -> known(Objects.requireNonNull(found.getBeanClassName())))
        .sorted(Comparator.comparing(Known::name))
        .toList();
  }

  /** The one with the longest name that the arguments begin with. */
  static Optional<Known> find(List<String> arguments) {
    return all().stream()
        .filter(it -> it.matches(arguments))
        .max(Comparator.comparing(Known::words));
  }

  private static Known known(String className) {
    var type = ClassUtils.resolveClassName(className, null).asSubclass(Command.class);
    return new Known(type, type.getAnnotation(Command.Named.class));
  }
}
