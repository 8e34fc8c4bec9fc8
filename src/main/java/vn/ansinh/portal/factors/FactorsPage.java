package vn.ansinh.portal.factors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.federation.IdentityProvider;

/**
 * Everything a person can sign in with.
 *
 * @param codes absent when none were ever made
 * @param providers of identities of which the person has none yet
 * @param notice what just happened, a key under {@code factors.notice}
 */
public record FactorsPage(
    List<Row> passkeys,
    List<Row> apps,
    @Nullable Codes codes,
    List<Identity> identities,
    List<IdentityProvider> providers,
    @Nullable String notice) {

  /** What is no success: said in the colour of care. */
  public boolean isProblem() {
    return notice != null
        && (notice.startsWith("over") || notice.startsWith("full") || notice.startsWith("refused"));
  }

  /**
   * One app or key.
   *
   * @param kind as in addresses and message keys: {@code apps} or {@code passkeys}
   * @param lastUsed absent while it was not used
   */
  public record Row(String kind, String id, String name, String added, @Nullable String lastUsed) {}

  /**
   * One account at an identity provider.
   *
   * @param lastUsed absent while it was not used
   */
  public record Identity(
      String id, String provider, int level, String linked, @Nullable String lastUsed) {}

  /**
   * The printed codes.
   *
   * @param few whether it is time to make new ones
   */
  public record Codes(int left, String made, boolean few) {}
}
