package vn.ansinh.adjusting;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.ansinh.accounts.Budget;

/**
 * Adjusting what the register says.
 *
 * @param furthestBack how long ago the day may lie: papers are shown late, but what reaches back
 *     further touches contributions and benefits already settled, which is for the office to weigh
 * @param furthestAhead how far away the day may lie: later, nobody knows whether the papers seen
 *     still hold
 * @param codeFor time to type the code, from the password on
 * @param perPerson codes asked for in a day
 * @param picturesPerHour of one person
 * @param receiptWithin decree 164/2025/NĐ-CP: two hours until somebody takes it up
 * @param decisionWorkingDays the operator's own promise; no rule names a figure
 * @param draftsKeptFor after the last change; as long may a returned one be put right
 * @param refusedKeptFor content and pictures after a rejection
 * @param doneKeptFor what was typed, after the register was changed: what it said before and who
 *     asked for the change may be asked about for years
 * @param evidenceKeptFor pictures after the register was changed
 * @param upkeep whether this node carries out what is due and erases what is over
 */
@ConfigurationProperties("ansinh.adjusting")
record AdjustmentSettings(
    @DefaultValue("P1Y") Period furthestBack,
    @DefaultValue("P90D") Period furthestAhead,
    @DefaultValue("30m") Duration codeFor,
    @DefaultValue("5") int perPerson,
    @DefaultValue("60") int picturesPerHour,
    @DefaultValue("2h") Duration receiptWithin,
    @DefaultValue("5") int decisionWorkingDays,
    @DefaultValue("30d") Duration draftsKeptFor,
    @DefaultValue("30d") Duration refusedKeptFor,
    @DefaultValue("1825d") Duration doneKeptFor,
    @DefaultValue("90d") Duration evidenceKeptFor,
    @DefaultValue("true") boolean upkeep) {

  Budget begun() {
    return Budget.of("adjusting.begun", perPerson, Duration.ofDays(1));
  }

  Budget pictures() {
    return Budget.of("adjusting.pictures", picturesPerHour, Duration.ofHours(1));
  }
}
