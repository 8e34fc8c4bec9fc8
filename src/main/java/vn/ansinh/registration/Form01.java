package vn.ansinh.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.IdentityPaper;

/**
 * What one Form 01 says, ready to be printed: every name and date already decided, nothing left to
 * look up. The form is that of Decree 166/2016/NĐ-CP and exists in Vietnamese only.
 *
 * @param code the declaration code as people read it, for example {@code F01-7K3M-9QXD}
 * @param declaredOn the legal day of the declaration; it is also the date beside the signature
 * @param socialInsuranceNumber absent when the person has none yet: a dotted line is printed
 * @param phone as people write it, for example {@code 0352 153 000}; absent where there is only an
 *     e-mail address
 * @param useFrom the first day of electronic transactions, of what is adjusted, or of none any more
 *     (item 10)
 * @param receivesByEmail whether the person ticked to have the declaration sent by e-mail
 * @param paper absent where the register knows none, as may be the address
 * @param images photos of the identity paper; absent when the population registry vouched for it
 * @param handInBy the last day before the declaration is deleted, ten days after the declaration
 */
public record Form01(
    String code,
    LocalDate declaredOn,
    Purpose purpose,
    Applicant applicant,
    String fullName,
    @Nullable String socialInsuranceNumber,
    @Nullable IdentityPaper paper,
    @Nullable Address address,
    String contactPerson,
    @Nullable String email,
    @Nullable String phone,
    LocalDate useFrom,
    Place place,
    ReceivingOffice office,
    SubmissionMode submission,
    boolean receivesByEmail,
    @Nullable PaperImages images,
    Copy copy,
    LocalDate handInBy) {

  /** Why the form is filled in; one of the three its title names. */
  public sealed interface Purpose {

    /** To transact electronically. */
    record Register() implements Purpose {}

    /**
     * To have changed what the register says.
     *
     * @param changes old to new, never empty
     * @param reason in the words of the form's language
     * @param note what the person adds; may be empty
     */
    record Adjust(List<Change> changes, String reason, String note) implements Purpose {

      public Adjust {
        changes = List.copyOf(changes);
      }

      @Override
      public String toString() {
        return "Adjust";
      }
    }

    /**
     * To stop doing so.
     *
     * @param reason in the words of the form's language
     * @param note what the person adds; may be empty
     * @param endsAt when the account is closed, unless the person takes the declaration back before
     */
    record Stop(String reason, String note, Instant endsAt) implements Purpose {
      @Override
      public String toString() {
        return "Stop";
      }
    }
  }

  /**
   * One thing that is to be adjusted.
   *
   * @param from empty where the register knows nothing
   */
  public record Change(String item, String from, String to) {}

  /** Who declares. Only a person may ask for codes by e-mail or phone instead of a certificate. */
  public enum Applicant {
    PERSON,
    ORGANIZATION
  }

  /** A chip of the address: {@code 01 - Thành phố Hà Nội}. */
  public record Unit(String code, String name) {}

  /**
   * @param units province, district (until 30 June 2025 only) and ward, from large to small
   * @param newUnit today's ward and province when the units are of the old layer
   */
  public record Address(List<Unit> units, String street, @Nullable String newUnit) {
    public Address {
      units = List.copyOf(units);
    }
  }

  /** Where the person transacts (item 11). */
  public sealed interface Place {

    /** The portal of Vietnam Social Security. */
    record Portal() implements Place {}

    /** A provider of value-added services, by name. */
    record IvanProvider(String name) implements Place {}
  }

  public record ReceivingOffice(
      String code,
      String name,
      @Nullable String address,
      @Nullable String phone,
      @Nullable String hours) {}

  public enum SubmissionMode {
    ONLINE,
    AT_DESK,
    BY_PUBLIC_POST,
    THROUGH_EMPLOYER
  }

  /** JPEG files, upright, in RGB or grey; the back is absent for a passport. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
  public record PaperImages(byte[] front, byte @Nullable [] back) {
    public PaperImages {
      if (!isJpeg(front) || (back != null && !isJpeg(back))) {
        throw new IllegalArgumentException("paper images are JPEG files");
      }
    }

    /** Zeros afterwards: for who has opened them and has no more use for them. */
    void wipe() {
      Arrays.fill(front, (byte) 0);
      if (back != null) {
        Arrays.fill(back, (byte) 0);
      }
    }

    private static boolean isJpeg(byte[] file) {
      return file.length > 3
          && (file[0] & 0xFF) == 0xFF
          && (file[1] & 0xFF) == 0xD8
          && (file[2] & 0xFF) == 0xFF;
    }
  }

  /** To whom the printed copy goes; a worker hands it to the employer. */
  public enum Copy {
    EMPLOYER,
    OFFICE
  }

  /** Present only where the person adjusts. */
  public Purpose.@Nullable Adjust adjust() {
    return purpose instanceof Purpose.Adjust adjust ? adjust : null;
  }

  /** Present only where the person stops. */
  public Purpose.@Nullable Stop stop() {
    return purpose instanceof Purpose.Stop stop ? stop : null;
  }

  public boolean atPortal() {
    return place instanceof Place.Portal;
  }

  public @Nullable String ivanProvider() {
    return place instanceof Place.IvanProvider(var name) ? name : null;
  }

  /** The way the law writes it: days below ten and the first two months with a leading nought. */
  public String dayOfUse() {
    return day(useFrom);
  }

  public String monthOfUse() {
    return month(useFrom);
  }

  public String dayOfDeclaration() {
    return day(declaredOn);
  }

  public String monthOfDeclaration() {
    return month(declaredOn);
  }

  private static String day(LocalDate date) {
    return "%02d".formatted(date.getDayOfMonth());
  }

  private static String month(LocalDate date) {
    int month = date.getMonthValue();
    return month <= 2 ? "0" + month : Integer.toString(month);
  }
}
