package vn.ansinh.registration;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param draftsKeptFor after the last change
 * @param daysToAct notice S2: ten days from the declaration date
 * @param remindOnDay of those
 * @param receiptWithin decree 164/2025/NĐ-CP: two hours
 * @param decisionWorkingDays the operator's own promise; no rule names a figure
 * @param holidays days without work besides Saturdays, Sundays, 1 January, 30 April, 1 May and 2
 *     September: Tết, the Hùng Kings' day, days given in exchange. To be kept up each year.
 * @param rejectedKeptFor how long the data of a rejected declaration stay, for questions about it
 * @param keysKeptFor how long a repeated submission is known as one
 * @param lookUpsPerDraft an hour; a draft stands for a device
 * @param lookUpsPerNetwork an hour
 * @param lookUpsInTotal an hour
 */
@ConfigurationProperties("ansinh.registration")
record RegistrationSettings(
    @DefaultValue("7d") Duration draftsKeptFor,
    @DefaultValue("10") int daysToAct,
    @DefaultValue("7") int remindOnDay,
    @DefaultValue("2h") Duration receiptWithin,
    @DefaultValue("5") int decisionWorkingDays,
    @DefaultValue({
          "2027-02-05",
          "2027-02-08",
          "2027-02-09",
          "2027-02-10",
          "2027-02-11",
          "2027-04-16"
        })
        List<LocalDate> holidays,
    @DefaultValue("90d") Duration rejectedKeptFor,
    @DefaultValue("30d") Duration keysKeptFor,
    @DefaultValue("10") int lookUpsPerDraft,
    @DefaultValue("60") int lookUpsPerNetwork,
    @DefaultValue("5000") int lookUpsInTotal) {}
