package vn.ansinh.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The zone in which the law counts days and people read clocks. Moments are stored as instants. */
public final class VietnamTime {

  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private VietnamTime() {}

  public static LocalDate today(Clock clock) {
    return date(clock.instant());
  }

  public static LocalDate date(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  /** {@code 21/11/2026}. */
  public static String show(LocalDate date) {
    return DATE.format(date);
  }

  /** {@code 10:02 21/11/2026}. */
  public static String show(Instant moment) {
    return MOMENT.format(moment.atZone(ZONE));
  }

  /** {@code 10:02}. */
  public static String showTime(Instant moment) {
    return TIME.format(moment.atZone(ZONE));
  }
}
