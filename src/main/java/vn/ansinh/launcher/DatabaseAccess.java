package vn.ansinh.launcher;

/**
 * One database by its two ways in.
 *
 * @param owner makes and changes tables
 * @param application works with rows, and can only add to the audit trail
 */
record DatabaseAccess(DatabaseAddress owner, DatabaseAddress application) {

  /** Hands both to the application, which reads these before its own settings. */
  void publish() {
    System.setProperty("spring.datasource.url", application.url());
    System.setProperty("spring.datasource.username", application.user());
    System.setProperty("spring.datasource.password", application.password());
    System.setProperty("spring.flyway.user", owner.user());
    System.setProperty("spring.flyway.password", owner.password());
  }
}
