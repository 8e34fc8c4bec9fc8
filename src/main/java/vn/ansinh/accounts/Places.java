package vn.ansinh.accounts;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Says where a network is, from a table the operator has put on the machine: nobody outside is
 * asked about anybody. Read once, at the start; without a table nothing is said. Thread-safe.
 */
@Component
class Places {

  private static final String HEX = "[0-9a-f]+";
  private static final int OF_IPV4 = 8;
  private static final int OF_IPV6 = 16;

  /** One row of the table: up to which network it reaches. */
  private record Reach(long last, Place place) {}

  private final TreeMap<Long, Reach> ipv4 = new TreeMap<>(Long::compareUnsigned);
  private final TreeMap<Long, Reach> ipv6 = new TreeMap<>(Long::compareUnsigned);

  /**
   * @throws AccountsException when the table cannot be read or a line of it says nothing sensible
   */
  Places(PlaceSettings settings) {
    var file = settings.path();
    if (file != null) {
      read(file);
    }
  }

  /**
   * @param network an IPv4 address, or the first half of an IPv6 one, in hexadecimal figures;
   *     anything else is nowhere
   */
  Optional<Place> of(String network) {
    if (!network.matches(HEX)) {
      return Optional.empty();
    }
    return switch (network.length()) {
      case OF_IPV4 -> find(ipv4, Long.parseLong(network, 16));
      case OF_IPV6 -> find(ipv6, Long.parseUnsignedLong(network, 16));
      default -> Optional.empty();
    };
  }

  private static Optional<Place> find(TreeMap<Long, Reach> table, long network) {
    return Optional.ofNullable(table.floorEntry(network))
        .filter(it -> Long.compareUnsigned(network, it.getValue().last()) <= 0)
        .map(it -> it.getValue().place());
  }

  private void read(Path file) {
    try {
      int number = 0;
      for (var line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank() && !line.startsWith("#") && !add(line.split(",", -1))) {
          throw new AccountsException(
              "line %d of the table of places says nothing sensible, or overlaps another: write"
                      .formatted(number)
                  + " network,words in Vietnamese,words in English");
        }
      }
    } catch (IOException e) {
      throw new AccountsException("the table of places cannot be read: " + e.getMessage());
    }
  }

  private boolean add(String[] parts) {
    var network = parts[0].strip().split("/", -1);
    if (parts.length != 3 || network.length != 2 || !network[1].matches("\\d{1,3}")) {
      return false;
    }
    try {
      var address = InetAddress.ofLiteral(network[0]);
      int length = Integer.parseInt(network[1]);
      var place = new Place(parts[1].strip(), parts[2].strip());
      return address instanceof Inet6Address
          ? add(ipv6, ByteBuffer.wrap(address.getAddress()).getLong(), 64 - length, place)
          : add(
              ipv4,
              Integer.toUnsignedLong(ByteBuffer.wrap(address.getAddress()).getInt()),
              32 - length,
              place);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * @param free bits that differ within the network
   */
  private static boolean add(TreeMap<Long, Reach> table, long address, int free, Place place) {
    if (free < 0 || free > 63 || place.vietnamese().isEmpty() || place.english().isEmpty()) {
      return false;
    }
    var mask = (1L << free) - 1;
    var first = address & ~mask;
    var last = first | mask;
    var before = table.floorEntry(last);
    if (before != null && Long.compareUnsigned(before.getValue().last(), first) >= 0) {
      return false;
    }
    table.put(first, new Reach(last, place));
    return true;
  }
}
