package vn.ansinh.consents;

/**
 * How a word was said, for the proof.
 *
 * @param device browser and system in words, as sessions name them; empty where none is known
 * @param language of the text that was read, {@code vi} or {@code en}
 */
public record Said(Place place, String device, String language) {

  private static final int LONGEST = 200;

  public Said {
    device = device.length() > LONGEST ? device.substring(0, LONGEST) : device;
    language = language.equals("en") ? "en" : "vi";
  }
}
