package vn.ansinh.console.file;

import java.util.List;
import vn.ansinh.web.Problems;

/**
 * Everything {@code console/file/register.jte} shows.
 *
 * @param searched whether there was a search yet
 */
public record RegisterPage(
    String path,
    String within,
    String code,
    String name,
    Form form,
    boolean searched,
    List<Found> found,
    Problems problems) {

  /** What was typed; nothing of it stands in an address. */
  public record Form(String number, String fullName, String birthDate, String paperNumber) {}

  /** A person of the register. */
  public record Found(
      String id, String name, String birthDate, String number, String paper, String address) {}
}
