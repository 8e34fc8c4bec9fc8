package vn.ansinh.portal.status;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.ansinh.notifications.Deliveries;
import vn.ansinh.notifications.Delivery;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.web.Chrome;

/** What was sent about a declaration, and how far it got. */
@Component
class StatusDeliveries {

  private final Deliveries deliveries;

  StatusDeliveries(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  List<StatusPage.DeliveryLine> of(Declaration declaration, Chrome chrome) {
    return Stream.concat(Stream.of(declaration.id().value()), account(declaration))
        .flatMap(it -> deliveries.of(it).stream())
        .map(it -> line(it, chrome))
        .toList();
  }

  /**
   * The first password is sent about the person, by the declaration that opened the account.
   * Another one that names the same person, rejected perhaps because somebody else wrote it, is
   * told nothing.
   */
  private static Stream<UUID> account(Declaration declaration) {
    return declaration.status() == DeclarationStatus.APPROVED
        ? Stream.ofNullable(declaration.matched()).map(PersonId::value)
        : Stream.empty();
  }

  private static StatusPage.DeliveryLine line(Delivery delivery, Chrome chrome) {
    return new StatusPage.DeliveryLine(
        chrome.t(delivery.kindKey()),
        delivery.recipient(),
        chrome.t(delivery.stateKey(), VietnamTime.show(delivery.at())));
  }
}
