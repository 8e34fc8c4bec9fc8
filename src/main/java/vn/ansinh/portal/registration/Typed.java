package vn.ansinh.portal.registration;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ansinh.registration.Field;

/** Collects what one page sent; what the page did not send stays as it was. */
final class Typed {

  private final Map<Field, String> values = new EnumMap<>(Field.class);

  Typed put(Field field, @Nullable String value) {
    if (value != null) {
      values.put(field, value);
    }
    return this;
  }

  /** An unticked box is not sent at all. */
  Typed tick(Field field, @Nullable String value) {
    values.put(field, "true".equals(value) ? "true" : "");
    return this;
  }

  Map<Field, String> values() {
    return values;
  }
}
