package vn.ansinh.accounts;

/** What came of typing a code while a contact is changed. */
public sealed interface ConfirmingContact {

  /** The new contact is the person's; now the old one is asked, see {@link OpenChange}. */
  record AsksOld() implements ConfirmingContact {}

  /** The contact is changed and everybody was told. */
  record Changed() implements ConfirmingContact {}

  /**
   * The code was right, but the contact belongs to another account. Nobody learns this without
   * having the contact in hand.
   */
  record Taken() implements ConfirmingContact {}

  record NotYet(Redeeming why) implements ConfirmingContact {}

  /** Given up, cancelled, or begun in another session: begin again. */
  record Gone() implements ConfirmingContact {}
}
