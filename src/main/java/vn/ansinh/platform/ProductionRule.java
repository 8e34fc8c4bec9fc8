package vn.ansinh.platform;

import java.util.List;
import org.springframework.core.env.Environment;

/**
 * What a module insists on in production, asked before the database is opened or changed. Named in
 * {@code META-INF/spring.factories}, made with its constructor without parameters; so that an
 * operator learns of everything that is missing at once, and a start that cannot succeed leaves no
 * trace.
 */
public interface ProductionRule {

  /**
   * One line each: what is wrong and what to do.
   *
   * @param serves whether this process answers visitors; a command does not
   */
  List<String> problems(Environment environment, boolean serves);
}
