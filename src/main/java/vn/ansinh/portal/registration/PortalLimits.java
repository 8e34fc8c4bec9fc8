package vn.ansinh.portal.registration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.ansinh.accounts.Budget;

/**
 * How much of the wizard anybody may have in an hour. Homes, offices and mobile operators share an
 * address, so what is allowed to a network is wide.
 *
 * @param draftsPerNetwork drafts begun; each takes room for seven days
 * @param picturesPerDraft pictures uploaded or turned; each costs processor time
 * @param picturesPerNetwork the same over all drafts
 * @param registryQuestionsPerDraft questions to the population registry, which must not be an
 *     oracle for who guesses; whoever has spent them sends photos
 * @param registryQuestionsPerNetwork the same over all drafts
 * @param submissionsPerDraft tries to submit
 * @param refusalsPerNetwork submissions refused because a phone, an e-mail address or a number is
 *     taken: each refusal tells somebody something about somebody else
 * @param robotWork hashes a browser tries at most to pass the robot check, half of them on average:
 *     more costs robots more, and people with old phones as well
 */
@ConfigurationProperties("ansinh.portal")
record PortalLimits(
    @DefaultValue("1200") int draftsPerNetwork,
    @DefaultValue("60") int picturesPerDraft,
    @DefaultValue("3600") int picturesPerNetwork,
    @DefaultValue("10") int registryQuestionsPerDraft,
    @DefaultValue("600") int registryQuestionsPerNetwork,
    @DefaultValue("20") int submissionsPerDraft,
    @DefaultValue("100") int refusalsPerNetwork,
    @DefaultValue("60000") int robotWork) {

  private static final Duration HOUR = Duration.ofHours(1);

  PortalLimits {
    if (robotWork < 1) {
      throw new IllegalArgumentException("the robot check needs at least one hash");
    }
  }

  Budget drafts() {
    return Budget.of("wizard.drafts", draftsPerNetwork, HOUR);
  }

  Budget picturesOfDraft() {
    return Budget.of("wizard.pictures.draft", picturesPerDraft, HOUR);
  }

  Budget picturesFromNetwork() {
    return Budget.of("wizard.pictures.network", picturesPerNetwork, HOUR);
  }

  Budget registryQuestionsOfDraft() {
    return Budget.of("wizard.registry.draft", registryQuestionsPerDraft, HOUR);
  }

  Budget registryQuestionsFromNetwork() {
    return Budget.of("wizard.registry.network", registryQuestionsPerNetwork, HOUR);
  }

  Budget submissions() {
    return Budget.of("wizard.submissions", submissionsPerDraft, HOUR);
  }

  Budget refusals() {
    return Budget.of("wizard.refusals", refusalsPerNetwork, HOUR);
  }
}
