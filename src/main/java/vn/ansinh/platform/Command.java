package vn.ansinh.platform;

import java.io.PrintStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * A sub-command of {@code bin/ansinh}. The class carries {@link Named}, stays package-private and
 * lives in the module whose work it is. Two kinds:
 *
 * <ul>
 *   <li>needs the database (the usual): also a Spring {@code @Component}, taken from a context
 *       without web server, without scheduled jobs and with lazy beans; migrated first. Works while
 *       the server runs and while it does not.
 *   <li>{@code @Named(database = false)}: made with its constructor without parameters, no Spring,
 *       starts at once.
 * </ul>
 *
 * <pre>{@code
 * @Component
 * @Command.Named(value = "import people", usage = "FILE [--partial]", does = "imports persons")
 * class ImportPeople implements Command { … }
 * }</pre>
 */
public interface Command {

  /**
   * @param arguments what follows the name
   * @return the exit code: 0 done, 1 not done, 2 wrong arguments (the usage line is then printed)
   */
  int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception;

  /** What {@code bin/ansinh help} says, readable without making the command. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Named {
    /** One or two words, such as {@code import people}. */
    String value();

    /** The arguments, such as {@code --count N --seed S}. */
    String usage() default "";

    /** One line. */
    String does();

    boolean database() default true;
  }
}
