package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.KnownDevice.Nearness;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;
import vn.ansinh.support.ApplicationTest;

/**
 * From where a device signed in: seen by its owner, told to nobody else, kept as little as can be.
 */
@ApplicationTest
class DeviceTracesTest {

  @Autowired Secrets secrets;
  @TempDir Path folder;

  @Test
  void networks_are_compared_by_their_neighbourhood_and_for_each_person_for_themselves()
      throws Exception {
    var traces = traces();
    var lan = PersonId.next();
    var kept = traces.network(lan, from("cb007101"));
    assertThat(traces.nearness(lan, kept, from("cb0071fe"))).isEqualTo(Nearness.SAME);
    assertThat(traces.nearness(lan, kept, from("cb007201"))).isEqualTo(Nearness.OTHER);
    assertThat(traces.nearness(lan, null, from("cb007101"))).isEqualTo(Nearness.UNKNOWN);
    assertThat(traces.network(PersonId.next(), from("cb007101"))).isNotEqualTo(kept);
    var six = traces.network(lan, from("20010db800010002"));
    assertThat(traces.nearness(lan, six, from("20010db80001ffff"))).isEqualTo(Nearness.SAME);
  }

  @Test
  void words_are_sealed_for_the_device_they_are_about() throws Exception {
    var traces = traces();
    var lan = PersonId.next();
    var hash = new byte[] {1, 2, (byte) 0xff};
    var sealed = traces.place(lan, hash, from("cb007101"));
    assertThat(traces.place(lan, hash, sealed)).contains(new Place("Hà Nội", "Hanoi"));
    assertThat(secrets.opens(sealed, DeviceTraces.PLACE + lan.value() + ".\\x0102ff")).isTrue();
    assertThat(traces.place(lan, hash, from("cb007201"))).isNull();
    assertThat(traces.place(lan, hash, (byte[]) null)).isEmpty();
  }

  private DeviceTraces traces() throws Exception {
    var file = folder.resolve("places.csv");
    Files.writeString(file, "203.0.113.0/24,Hà Nội,Hanoi");
    return new DeviceTraces(new Places(new PlaceSettings(file.toString())), secrets);
  }

  private static Device from(String network) {
    return new Device(network, "Chrome, Android");
  }
}
