package vn.ansinh.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which of the two ways the server runs in.
 *
 * @param mode {@code ANSINH_MODE}: {@code demo} or {@code production}; production is the default,
 *     so that nobody gets the demo's openness by forgetting a setting
 */
@ConfigurationProperties("ansinh")
public record Mode(@DefaultValue("PRODUCTION") Kind mode) {

  public enum Kind {
    DEMO,
    PRODUCTION
  }

  public boolean isDemo() {
    return mode == Kind.DEMO;
  }
}
