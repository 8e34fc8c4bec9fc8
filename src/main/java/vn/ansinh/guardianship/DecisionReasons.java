package vn.ansinh.guardianship;

/**
 * The reasons an administrator lets officers choose from when they decide against an application.
 * Implemented by the module that keeps them; this one keeps their codes.
 */
public interface DecisionReasons {

  /**
   * Whether the code is offered today for this decision.
   *
   * @param decision {@code RETURNED} or {@code REJECTED}
   */
  boolean isOffered(String code, ApplicationStatus decision);
}
