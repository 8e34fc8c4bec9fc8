package vn.ansinh.architecture;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.ansinh.AnSinh;

class ModulesTest {

  static final ApplicationModules MODULES = ApplicationModules.of(AnSinh.class);

  @Test
  void modules_only_use_what_they_declare() {
    MODULES.verify();
  }
}
