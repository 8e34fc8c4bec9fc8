package vn.ansinh.registration;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.event.EventListener;

/** What was announced, and what could still be known of the person at that moment. */
public class Told {

  private final List<Object> events = new CopyOnWriteArrayList<>();
  private final List<String> names = new CopyOnWriteArrayList<>();
  private final AtomicBoolean failing = new AtomicBoolean();
  private final Declarations declarations;

  Told(Declarations declarations) {
    this.declarations = declarations;
  }

  @EventListener
  void on(DeclarationSubmitted event) {
    if (failing.getAndSet(false)) {
      throw new IllegalStateException("listener failed");
    }
    events.add(event);
  }

  @EventListener
  void on(DeclarationResubmitted event) {
    events.add(event);
  }

  @EventListener
  void on(DeclarationReminderDue event) {
    events.add(event);
  }

  @EventListener
  void on(DeclarationExpired event) {
    events.add(event);
    names.add(declarations.recipient(event.id()).orElseThrow().fullName());
  }

  @EventListener
  void on(DeclarationWithdrawn event) {
    events.add(event);
    names.add(declarations.recipient(event.id()).orElseThrow().fullName());
  }

  @EventListener
  void on(DeclarationDecided event) {
    events.add(event);
  }

  @EventListener
  void on(DeclarationReturned event) {
    events.add(event);
  }

  @EventListener
  void on(DeclarantAskedToCome event) {
    events.add(event);
  }

  @EventListener
  void on(DeclarationMoved event) {
    events.add(event);
  }

  @EventListener
  void on(PaperReceived event) {
    events.add(event);
  }

  void failOnce() {
    failing.set(true);
  }

  /** Of this kind, about this declaration. */
  long count(Class<?> kind, DeclarationId id) {
    return events.stream()
        .filter(kind::isInstance)
        .filter(it -> it.toString().contains(id.value().toString()))
        .count();
  }

  List<String> lastNames() {
    return names;
  }
}
