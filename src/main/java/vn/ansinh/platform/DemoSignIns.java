package vn.ansinh.platform;

import java.util.List;

/**
 * What a visitor of the demo needs to sign in, printed by {@code bin/run} when the server is ready.
 * Any module may offer a bean of it; beans appear in {@code @Order}.
 */
public interface DemoSignIns {

  /** Ready lines such as {@code Officer reviewer / words-of-the-demo}; asked in demo mode only. */
  List<String> lines();
}
