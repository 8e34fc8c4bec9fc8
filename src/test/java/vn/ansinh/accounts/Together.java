package vn.ansinh.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many callers who start at the same moment. */
public final class Together {

  private Together() {}

  public static <T> List<T> run(int callers, IntFunction<T> call) throws Exception {
    var start = new CountDownLatch(1);
    var answers = new ArrayList<T>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (int i = 0; i < callers; i++) {
        var number = i;
        Callable<T> waiting =
            () -> {
              start.await();
              return call.apply(number);
            };
        running.add(threads.submit(waiting));
      }
      start.countDown();
      for (var one : running) {
        answers.add(one.get());
      }
    }
    return answers;
  }
}
