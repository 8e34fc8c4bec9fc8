package vn.ansinh.registration;

import org.jspecify.annotations.Nullable;

/**
 * What was read from cards while the form was filled in, word for word and never checked: it saved
 * slips, and lets an officer see where what is declared departs from it. Worth as much as if typed.
 *
 * @param citizenCard the QR of a citizen card
 * @param machineLines the three lines on its back
 * @param insuranceCard the QR of a health-insurance card
 */
public record ReadCodes(
    @Nullable String citizenCard, @Nullable String machineLines, @Nullable String insuranceCard) {

  public static final ReadCodes NONE = new ReadCodes(null, null, null);
}
