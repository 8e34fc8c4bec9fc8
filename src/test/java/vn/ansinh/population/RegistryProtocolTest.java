package vn.ansinh.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.Verification;

class RegistryProtocolTest {

  @Test
  void only_the_declared_data_are_asked_about_as_exactly_as_they_are_known() {
    assertThat(question(new BirthDate(1985, 11, 20)))
        .isEqualTo(
            "{\"version\":1,\"personalId\":\"001085000024\",\"fullName\":\"Trần Văn Thử\","
                + "\"birthDate\":\"1985-11-20\"}");
    assertThat(question(new BirthDate(1985, 2, null))).contains("\"birthDate\":\"1985-02\"");
    assertThat(question(new BirthDate(1985, null, null))).contains("\"birthDate\":\"1985\"");
  }

  @Test
  void verdicts_are_read() {
    assertThat(read("{\"version\":1,\"verdict\":\"MATCH\"}")).contains(new Verification.Match());
    assertThat(read("{\"version\":1,\"verdict\":\"NOT_FOUND\"}"))
        .contains(new Verification.NotFound());
    assertThat(read("{\"version\":1,\"verdict\":\"MISMATCH\",\"fields\":[\"BIRTH_DATE\"]}"))
        .contains(new Verification.Mismatch(Set.of(Verification.Field.BIRTH_DATE)));
    assertThat(read("{\"version\":1,\"verdict\":\"UNAVAILABLE\"}"))
        .contains(new Verification.Unavailable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"MATCH\"",
        "{}",
        "{\"version\":1}",
        "{\"verdict\":\"MATCH\"}",
        "{\"version\":2,\"verdict\":\"MATCH\"}",
        "{\"version\":1.5,\"verdict\":\"MATCH\"}",
        "{\"version\":1,\"verdict\":\"match\"}",
        "{\"version\":1,\"verdict\":\"PERHAPS\"}",
        "{\"version\":1,\"verdict\":null}",
        "{\"version\":1,\"verdict\":\"MATCH\",\"fields\":[]}",
        "{\"version\":1,\"verdict\":\"MATCH\",\"fields\":[\"FULL_NAME\"]}",
        "{\"version\":1,\"verdict\":\"MATCH\",\"fullName\":\"Trần Văn Thử\"}",
        "{\"version\":1,\"verdict\":\"MATCH\"} {}",
        "{\"version\":1,\"verdict\":\"NOT_FOUND\",\"verdict\":\"MATCH\"}",
        "{\"version\":1,\"verdict\":\"MISMATCH\"}",
        "{\"version\":1,\"verdict\":\"MISMATCH\",\"fields\":[]}",
        "{\"version\":1,\"verdict\":\"MISMATCH\",\"fields\":[\"SEX\"]}",
        "{\"version\":1,\"verdict\":\"MISMATCH\",\"fields\":[null]}",
        "{\"version\":1,\"verdict\":\"MATCH\""
      })
  void whatever_is_not_exactly_a_verdict_is_none(String body) {
    assertThat(read(body)).isEmpty();
  }

  private static String question(BirthDate born) {
    return new String(
        RegistryProtocol.question("001085000024", "Trần Văn Thử", born), StandardCharsets.UTF_8);
  }

  private static Optional<Verification> read(String body) {
    return RegistryProtocol.readAnswer(body.getBytes(StandardCharsets.UTF_8));
  }
}
