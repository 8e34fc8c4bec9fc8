package vn.ansinh.registration;

import org.springframework.context.ApplicationContext;

/** Does what the clock would do next: ends what has run out. */
public final class Midnight {

  private Midnight() {}

  public static void strikes(ApplicationContext context) {
    context.getBean(Deadlines.class).erase();
  }
}
