package vn.ansinh.files;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Unshowable;

/** Contents that are not what was written: for the alarm {@code ansinh.pictures.damaged}. */
@Component
class Damage {

  private static final Logger LOG = LoggerFactory.getLogger(Damage.class);

  private final Counter seen;

  Damage(MeterRegistry registry) {
    this.seen = Counter.builder("ansinh.pictures.damaged").register(registry);
  }

  /** To be thrown. */
  Unshowable seen(FileId id, String what) {
    LOG.error("picture {}: {}; restore it from a backup", id.value(), what);
    seen.increment();
    return new Unshowable(what);
  }
}
