package vn.ansinh.population;

import java.util.concurrent.Semaphore;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.PopulationRegistry;
import vn.ansinh.identity.Verification;
import vn.ansinh.platform.CircuitBreaker;
import vn.ansinh.population.RegistryReply.Failed;
import vn.ansinh.population.RegistryReply.Failure;
import vn.ansinh.population.RegistryReply.Told;

/**
 * The registry at the other end of a line. Never throws and never takes longer than the line's
 * budget; whatever goes wrong is {@link Verification.Unavailable} here, and told apart in the
 * metrics. Thread-safe.
 */
final class HttpPopulationRegistry implements PopulationRegistry, AutoCloseable {

  private final RegistryLine line;
  private final CircuitBreaker breaker;
  private final Semaphore places;
  private final PopulationWatch watch;

  HttpPopulationRegistry(RegistryLine line, int concurrency, PopulationWatch watch) {
    this.line = line;
    this.breaker = watch.breaker();
    this.places = new Semaphore(concurrency);
    this.watch = watch;
  }

  @Override
  public Verification verify(String personalId, String fullName, BirthDate born) {
    long start = System.nanoTime();
    var reply = inPlace(RegistryProtocol.question(personalId, fullName, born));
    watch.saw(reply, System.nanoTime() - start);
    return switch (reply) {
      case Told(var verdict) -> verdict;
      case Failed _ -> new Verification.Unavailable();
    };
  }

  private RegistryReply inPlace(byte[] question) {
    if (!places.tryAcquire()) {
      return new Failed(Failure.BUSY);
    }
    try {
      return breaker.enter() ? asked(question) : new Failed(Failure.RESTING);
    } finally {
      places.release();
    }
  }

  private RegistryReply asked(byte[] question) {
    var reply = line.ask(question);
    if (reply instanceof Failed(var why) && why.isBreakdown()) {
      breaker.brokeDown();
    } else {
      breaker.worked();
    }
    return reply;
  }

  @Override
  public void close() {
    line.close();
  }
}
