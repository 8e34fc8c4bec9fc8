package vn.ansinh.console.queue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.review.Queue;
import vn.ansinh.staff.Officer;

/** What comes before and after a file in the list it was opened from. */
@Component
public class Neighbours {

  /**
   * @param previous absent at the beginning of the list and without one
   */
  public record Around(@Nullable DeclarationId previous, @Nullable DeclarationId next) {}

  private final Queue queue;
  private final SealedText sealed;

  Neighbours(Queue queue, SealedText sealed) {
    this.queue = queue;
    this.sealed = sealed;
  }

  /** Without a list, and at its end, next is what the officer should do next. */
  public Around of(DeclarationId id, QueueQuery query, Officer officer) {
    @Nullable DeclarationId previous = null;
    @Nullable DeclarationId next = null;
    if (query.present()) {
      var lines = queue.page(query.filter(sealed.open(query.q())), officer).lines();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).id().equals(id)) {
          previous = i > 0 ? lines.get(i - 1).id() : null;
          next = i + 1 < lines.size() ? lines.get(i + 1).id() : null;
        }
      }
    }
    return new Around(
        previous, next != null ? next : queue.next(officer, id).filter(not(id)).orElse(null));
  }

  public Optional<DeclarationId> next(Officer officer) {
    return queue.next(officer, null);
  }

  private static java.util.function.Predicate<DeclarationId> not(DeclarationId id) {
    return it -> !it.equals(id);
  }
}
