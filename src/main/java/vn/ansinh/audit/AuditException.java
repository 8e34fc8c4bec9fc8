package vn.ansinh.audit;

/** The trail, its seals or their keys are not as they must be. The message is for an operator. */
class AuditException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AuditException(String message) {
    super(message);
  }

  AuditException(String message, Throwable cause) {
    super(message, cause);
  }
}
