package vn.ansinh.accounts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.KnownDevice.Nearness;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

/**
 * What is kept of the network a device signed in from: a keyed hash of its first part, different
 * for every person, and the words of the operator's table, sealed. The address itself is kept
 * nowhere.
 */
@Component
class DeviceTraces {

  static final String PLACE = "accounts.known_device.place.";
  private static final String PURPOSE = "known-device.network";
  private static final int OF_IPV4 = 8;
  private static final int OF_IPV6 = 16;

  private final Places places;
  private final Secrets secrets;

  DeviceTraces(Places places, Secrets secrets) {
    this.places = places;
    this.secrets = secrets;
  }

  byte[] network(PersonId person, Device device) {
    return secrets.hash(PURPOSE, person.value() + "|" + wide(device.network()));
  }

  Nearness nearness(PersonId person, byte @Nullable [] kept, Device asking) {
    if (kept == null) {
      return Nearness.UNKNOWN;
    }
    return Arrays.equals(kept, network(person, asking)) ? Nearness.SAME : Nearness.OTHER;
  }

  /**
   * @param hash by which the row is found
   */
  byte @Nullable [] place(PersonId person, byte[] hash, Device device) {
    return places
        .of(device.network())
        .map(it -> it.vietnamese() + "\n" + it.english())
        .map(it -> secrets.seal(it, context(person, hash)))
        .orElse(null);
  }

  Optional<Place> place(PersonId person, byte[] hash, byte @Nullable [] sealed) {
    return Optional.ofNullable(sealed)
        .map(it -> secrets.open(it, context(person, hash)))
        .map(it -> new String(it, StandardCharsets.UTF_8).split("\n", 2))
        .map(it -> new Place(it[0], it[1]));
  }

  /** The row's key as the database writes it. */
  private static String context(PersonId person, byte[] hash) {
    return PLACE + person.value() + ".\\x" + HexFormat.of().formatHex(hash);
  }

  /** Addresses change within their neighbourhood; and less is known of less. */
  private static String wide(String network) {
    return switch (network.length()) {
      case OF_IPV4 -> network.substring(0, 6);
      case OF_IPV6 -> network.substring(0, 12);
      default -> network;
    };
  }
}
