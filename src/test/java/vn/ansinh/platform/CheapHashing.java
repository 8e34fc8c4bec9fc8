package vn.ansinh.platform;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Passwords of tests cost a hundredth of the memory real ones do: thousands are hashed in a run,
 * and what a guess costs is measured by {@code bin/bench login} and fixed by {@link
 * PasswordHashingTest}.
 */
public final class CheapHashing implements BeanPostProcessor {

  private static final int KIBIBYTES = 192;

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof PasswordHashing ? new PasswordHashing(KIBIBYTES) : bean;
  }
}
