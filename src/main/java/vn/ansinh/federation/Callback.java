package vn.ansinh.federation;

/**
 * What a browser brings back from a provider; empty where the address does not say it.
 *
 * @param code printable ASCII (RFC 6749, A.11); anything else is none and not brought to anybody
 * @param issuer {@code iss}, RFC 9207
 * @param error the provider's word for why there is no code
 */
public record Callback(String code, String state, String issuer, String error) {

  private static final int LONGEST = 4096;

  public Callback {
    code = code.chars().allMatch(it -> it >= ' ' && it <= '~') ? bounded(code) : "";
    state = bounded(state);
    issuer = bounded(issuer);
    error = bounded(error);
  }

  private static String bounded(String text) {
    return text.length() > LONGEST ? "" : text;
  }

  @Override
  public String toString() {
    return "Callback";
  }
}
