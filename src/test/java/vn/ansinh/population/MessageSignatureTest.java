package vn.ansinh.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSignatureTest {

  final KeyPair keys = SimulatorPapers.pair("Ed25519");

  /** Appendix B.2.6 of the standard, with its test key: what others sign is what we would sign. */
  @Test
  void the_example_of_the_standard_comes_out_the_same(@TempDir Path directory) throws Exception {
    var file = directory.resolve("key.pem");
    Files.writeString(
        file,
        """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
        -----END PRIVATE KEY-----
        """);
    var components = new LinkedHashMap<String, String>();
    components.put("\"date\"", "Tue, 20 Apr 2021 02:07:55 GMT");
    components.put("\"@method\"", "POST");
    components.put("\"@path\"", "/foo");
    components.put("\"@authority\"", "example.com");
    components.put("\"content-type\"", "application/json");
    components.put("\"content-length\"", "18");
    var parameters =
        "("
            + String.join(" ", components.keySet())
            + ");created=1618884473;keyid=\"test-key-ed25519\"";
    var signature = Signature.getInstance("Ed25519");
    signature.initSign(MessageKeys.secret(file));
    signature.update(MessageSignature.base(components, parameters));
    assertThat(Base64.getEncoder().encodeToString(signature.sign()))
        .isEqualTo(
            "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu"
                + "4A0w6vuQv5lIp5WPpBKRCw==");
  }

  /** From RFC 9530, section B.1 onwards: the digest of {@code {"hello": "world"}} and a newline. */
  @Test
  void a_digest_is_written_as_the_standard_writes_it() {
    assertThat(MessageSignature.digest("{\"hello\": \"world\"}\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "EC"})
  void what_is_signed_is_read_back_and_fits(String kind) {
    var pair = SimulatorPapers.pair(kind);
    var signature =
        MessageSignature.sign("ansinh", components("a"), saying(pair), pair.getPrivate());
    var read = MessageSignature.read("ansinh", signature.inputField(), signature.valueField());
    assertThat(read)
        .get()
        .extracting(it -> it.fits(components("a"), pair.getPublic()))
        .isEqualTo(true);
    assertThat(read.get().saying()).isEqualTo(saying(pair));
  }

  @Test
  void another_value_another_component_another_key_and_another_parameter_do_not_fit() {
    var signature =
        MessageSignature.sign("ansinh", components("a"), saying(keys), keys.getPrivate());
    assertThat(signature.fits(components("a"), keys.getPublic())).isTrue();
    assertThat(signature.fits(components("b"), keys.getPublic())).isFalse();
    assertThat(signature.fits(components("a"), SimulatorPapers.pair("Ed25519").getPublic()))
        .isFalse();
    var fewer = components("a");
    fewer.pollLastEntry();
    assertThat(signature.fits(fewer, keys.getPublic())).isFalse();
    var later = signature.parameters().replace("created=1700000000", "created=1700000001");
    assertThat(
            new MessageSignature("ansinh", later, signature.bytes())
                .fits(components("a"), keys.getPublic()))
        .isFalse();
  }

  @Test
  void a_key_of_another_algorithm_than_named_does_not_fit() {
    var said =
        new MessageSignature.Parameters(1700000000, "n".repeat(20), "k", "ecdsa-p256-sha256", "t");
    var signature = MessageSignature.sign("ansinh", components("a"), said, keys.getPrivate());
    assertThat(signature.fits(components("a"), keys.getPublic())).isFalse();
  }

  @Test
  void nothing_but_our_own_form_is_read() {
    var signature =
        MessageSignature.sign("ansinh", components("a"), saying(keys), keys.getPrivate());
    var input = signature.inputField();
    var value = signature.valueField();
    assertThat(MessageSignature.read("ansinh", input, value)).isPresent();
    assertThat(MessageSignature.read("registry", input, value)).isEmpty();
    assertThat(MessageSignature.read("ansinh", input + ", two=()", value)).isEmpty();
    assertThat(MessageSignature.read("ansinh", input.replace(";tag", ";x=1;tag"), value)).isEmpty();
    assertThat(MessageSignature.read("ansinh", input, value + ", two=:AAAA:")).isEmpty();
    assertThat(MessageSignature.read("ansinh", input, "ansinh=AAAA")).isEmpty();
    assertThat(MessageSignature.read("ansinh", "", "")).isEmpty();
  }

  private static SequencedMap<String, String> components(String value) {
    var components = new LinkedHashMap<String, String>();
    components.put("\"@method\"", "POST");
    components.put("\"content-digest\"", value);
    return components;
  }

  private static MessageSignature.Parameters saying(KeyPair pair) {
    return new MessageSignature.Parameters(
        1700000000,
        "nonce-nonce-nonce-nonce",
        "key-1",
        SignatureAlgorithm.of(pair.getPrivate()).wireName(),
        RegistryProtocol.TAG);
  }
}
