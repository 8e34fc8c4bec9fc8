package vn.ansinh.accounts;

import org.jspecify.annotations.Nullable;

/**
 * From where somebody signs in.
 *
 * @param network network address of the caller, for counting tries; not stored
 * @param name browser and system in words, shown to the person later
 * @param secret what tells this device from others, as {@link StartedSession#deviceSecret} gave it;
 *     absent before the first sign-in
 */
public record Device(String network, String name, @Nullable String secret) {

  public Device(String network, String name) {
    this(network, name, null);
  }

  @Override
  public String toString() {
    return "Device[" + name + "]";
  }
}
