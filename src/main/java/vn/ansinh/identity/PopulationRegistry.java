package vn.ansinh.identity;

/**
 * The national population database of the Ministry of Public Security. The port takes what an
 * applicant declares and answers only whether it agrees; it never returns data of the registry.
 * Implementations may be slow and must be safe for parallel use.
 */
public interface PopulationRegistry {

  /**
   * @param personalId 12 digits
   * @param fullName as declared, with diacritics
   */
  Verification verify(String personalId, String fullName, BirthDate born);
}
