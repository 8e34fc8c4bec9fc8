package vn.ansinh.population;

import vn.ansinh.identity.Verification;

/** What comes of asking the registry: a verdict, or the reason why there is none. */
sealed interface RegistryReply {

  record Told(Verification verdict) implements RegistryReply {}

  record Failed(Failure why) implements RegistryReply {}

  /** Why a question was not answered; the names are those of the metric. */
  enum Failure {
    /** No room for another question. */
    BUSY(false),
    /** The circuit breaker keeps us from asking. */
    RESTING(false),
    /** Nobody listens, or the connection broke; in TLS 1.3 also when our certificate is refused. */
    CONNECTION(true),
    /** The registry's certificate is not the one we trust, or it refuses ours. */
    TLS(true),
    TIME_OUT(true),
    /** It says itself that it cannot answer now. */
    UNAVAILABLE(true),
    /** Any status from 500, and 429. */
    SERVER_ERROR(true),
    /** 401 and 403: it does not know us. */
    NOT_KNOWN_THERE(true),
    /** Another status from 400: it understands this question not, others perhaps. */
    QUESTION_REFUSED(false),
    /** Any status below 400 but 200. */
    REDIRECT(true),
    TOO_LONG(true),
    /** Not JSON by its type, or by its content, or no verdict of the protocol. */
    NOT_A_VERDICT(true),
    /** The body is another than the digest says. */
    DIGEST(true),
    /** Not signed, by another key, over something else, or for another question. */
    SIGNATURE(true),
    /** Signed, but at another time. */
    STALE(true),
    /** Our own mistake. */
    INTERNAL(true);

    private final boolean breakdown;

    Failure(boolean breakdown) {
      this.breakdown = breakdown;
    }

    /** Speaks against asking anything else just now. */
    boolean isBreakdown() {
      return breakdown;
    }
  }
}
