package vn.ansinh.console.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.ansinh.notifications.Deliveries;
import vn.ansinh.notifications.Delivery;
import vn.ansinh.notifications.MessageKind;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.review.OpenFile;
import vn.ansinh.web.Texts;

/** What was sent about a file and how far each message came; never what it says. */
@Component
class FileMessages {

  private final Deliveries deliveries;
  private final Texts texts;

  FileMessages(Deliveries deliveries, Texts texts) {
    this.deliveries = deliveries;
    this.texts = texts;
  }

  List<FilePage.Message> of(OpenFile file, Locale language) {
    return about(file.declaration()).stream().map(it -> shown(it, language)).toList();
  }

  /** The newest first; of an approved file also the first password, known by the person. */
  List<Delivery> about(Declaration file) {
    var all = new ArrayList<>(deliveries.of(file.id().value()));
    if (file.status() == DeclarationStatus.APPROVED && file.matched() != null) {
      deliveries.of(file.matched().value()).stream()
          .filter(it -> it.kind() == MessageKind.FIRST_PASSWORD)
          .forEach(all::add);
    }
    all.sort(Comparator.comparing(Delivery::queuedAt).reversed());
    return all;
  }

  private FilePage.Message shown(Delivery delivery, Locale language) {
    return new FilePage.Message(
        delivery.id().toString(),
        texts.of(language, delivery.kindKey()),
        delivery.recipient(),
        texts.of(language, delivery.stateKey(), VietnamTime.show(delivery.at())),
        tone(delivery),
        delivery.kind() != MessageKind.CODE);
  }

  private static String tone(Delivery delivery) {
    if (delivery.state().isUndeliverable()) {
      return "bad";
    }
    return switch (delivery.state()) {
      case HANDED_OVER, DELIVERED -> delivery.isDelayed() ? "" : "good";
      default -> "";
    };
  }
}
