package vn.ansinh.guardianship;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.ansinh.accounts.Budget;

/**
 * Guardians, carers and applications.
 *
 * @param upkeep whether this node does the housekeeping by itself
 * @param registerAskedEvery how long after the last look the housekeeping asks the register again;
 *     it decides nothing, requests ask by themselves
 * @param draftsKeptFor after the last change
 * @param refusedKeptFor content and pictures after a rejection, or of a returned application nobody
 *     put right
 * @param reachedKeptFor a message that did not arrive, after somebody has reached the guardian
 * @param longestAuthorisation of a carer
 * @param offersKeptFor until the carer must have taken an authorisation up
 * @param submissionsPerDay tries of one guardian, each of which may tell whether an application is
 *     under way
 * @param waitingAtOnce applications of one guardian before an office
 * @param decisionWorkingDays the operator's own promise; no rule names a figure
 * @param picturesPerHour of one guardian
 * @param offersTriedPerHour codes of authorisations one person types
 */
@ConfigurationProperties("ansinh.guardianship")
record GuardianshipSettings(
    @DefaultValue("true") boolean upkeep,
    @DefaultValue("P30D") Period registerAskedEvery,
    @DefaultValue("30d") Duration draftsKeptFor,
    @DefaultValue("30d") Duration refusedKeptFor,
    @DefaultValue("90d") Duration reachedKeptFor,
    @DefaultValue("P1Y") Period longestAuthorisation,
    @DefaultValue("7d") Duration offersKeptFor,
    @DefaultValue("20") int submissionsPerDay,
    @DefaultValue("6") int waitingAtOnce,
    @DefaultValue("5") int decisionWorkingDays,
    @DefaultValue("60") int picturesPerHour,
    @DefaultValue("10") int offersTriedPerHour) {

  Budget submissions() {
    return Budget.of("guardianship.submissions", submissionsPerDay, Duration.ofDays(1));
  }

  Budget pictures() {
    return Budget.of("guardianship.pictures", picturesPerHour, Duration.ofHours(1));
  }

  Budget offersTried() {
    return Budget.of("guardianship.offers", offersTriedPerHour, Duration.ofHours(1));
  }
}
