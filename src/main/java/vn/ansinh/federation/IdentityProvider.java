package vn.ansinh.federation;

import java.util.Locale;

/**
 * A provider as people see it.
 *
 * @param id its name in addresses
 * @param requiredLevel under which nobody signs in
 */
public record IdentityProvider(String id, String nameVi, String nameEn, int requiredLevel) {

  public String name(Locale language) {
    return language.getLanguage().equals("vi") ? nameVi : nameEn;
  }
}
