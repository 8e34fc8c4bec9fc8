package vn.ansinh.registration;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.platform.SearchText;
import vn.ansinh.platform.Secrets;

/**
 * The masked number shown for data that fit nobody: always the same for the same data, so that
 * asking twice tells nothing either, and not to be foretold without our key.
 */
@Component
class Decoys {

  /** Provinces in whose numbers most people are found; as good a guess as a real number. */
  private static final List<String> PROVINCES =
      List.of("01", "79", "31", "48", "92", "75", "74", "38", "40", "36", "24", "27", "77", "80");

  private static final int WITH_PROVINCE = 12;

  private final Secrets secrets;

  Decoys(Secrets secrets) {
    this.secrets = secrets;
  }

  String of(String name, BirthDate born, String paper) {
    var hash = secrets.hash("number-decoy", SearchText.of(name) + "|" + born.text() + "|" + paper);
    // A citizen's card names the province, as most numbers of people born there do.
    var province =
        paper.length() == WITH_PROVINCE
            ? paper.substring(1, 3)
            : PROVINCES.get((hash[0] & 0xff) % PROVINCES.size());
    return MaskedNumber.ofTen(
        "%s%08d".formatted(province, ((hash[1] & 0xff) << 8 | hash[2] & 0xff) % 100));
  }
}
