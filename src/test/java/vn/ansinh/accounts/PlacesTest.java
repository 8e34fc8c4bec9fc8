package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words for networks, from a table on the machine. */
class PlacesTest {

  @TempDir Path folder;

  @Test
  void a_network_is_where_the_table_says_up_to_its_last_address() throws IOException {
    var places =
        table(
            """
            # made up
            203.0.113.0/25,Hà Nội,Hanoi
            203.0.113.128/25,Cần Thơ,Can Tho
            255.255.255.255/32,Nơi cuối,The last

            2001:db8::/32,Đà Nẵng,Da Nang
            """);
    assertThat(places.of("cb007100")).contains(new Place("Hà Nội", "Hanoi"));
    assertThat(places.of("cb00717f")).contains(new Place("Hà Nội", "Hanoi"));
    assertThat(places.of("cb007180")).contains(new Place("Cần Thơ", "Can Tho"));
    assertThat(places.of("cb0071ff")).contains(new Place("Cần Thơ", "Can Tho"));
    assertThat(places.of("cb007200")).isEmpty();
    assertThat(places.of("cb0070ff")).isEmpty();
    assertThat(places.of("ffffffff")).contains(new Place("Nơi cuối", "The last"));
    assertThat(places.of("20010db800000000")).contains(new Place("Đà Nẵng", "Da Nang"));
    assertThat(places.of("20010db8ffffffff")).contains(new Place("Đà Nẵng", "Da Nang"));
    assertThat(places.of("20010db900000000")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "net-1", "cb0071", "CB007100", "-b007100"})
  void what_is_no_network_is_nowhere(String network) throws IOException {
    assertThat(table("203.0.113.0/24,Hà Nội,Hanoi").of(network)).isEmpty();
  }

  @Test
  void without_a_table_nothing_is_said() {
    assertThat(new Places(new PlaceSettings(null)).of("cb007100")).isEmpty();
    assertThat(new Places(new PlaceSettings("")).of("cb007100")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "203.0.113.0,Hà Nội,Hanoi",
        "203.0.113.0/33,Hà Nội,Hanoi",
        "example.org/24,Hà Nội,Hanoi",
        "203.0.113.0/24,Hà Nội",
        "203.0.113.0/24,,Hanoi",
        "203.0.0.0/16,Huế,Hue\n203.0.113.0/24,Hà Nội,Hanoi",
        "203.0.113.0/24,Hà Nội,Hanoi\n203.0.0.0/16,Huế,Hue",
        "2001:db8::/65,Hà Nội,Hanoi"
      })
  void a_table_that_says_nothing_sensible_stops_the_start(String lines) {
    assertThatThrownBy(() -> table(lines))
        .isInstanceOf(AccountsException.class)
        .hasMessageContaining("table of places");
    assertThatThrownBy(() -> new Places(new PlaceSettings(folder.resolve("none").toString())))
        .isInstanceOf(AccountsException.class);
  }

  private Places table(String lines) throws IOException {
    var file = folder.resolve("places.csv");
    Files.writeString(file, lines);
    return new Places(new PlaceSettings(file.toString()));
  }
}
