package vn.ansinh.review;

import java.time.Instant;
import java.util.UUID;
import vn.ansinh.accounts.Contact;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;

/**
 * What one officer asked for and another must confirm: a new contact for somebody who has lost all.
 *
 * @param officeCode of the officer who proposed
 */
public record AccountRecovery(
    UUID id,
    PersonId person,
    String officeCode,
    Contact contact,
    SeenPaper paper,
    OfficerId proposedBy,
    Instant proposedAt,
    Instant expiresAt) {

  @Override
  public String toString() {
    return "AccountRecovery[" + id + "]";
  }
}
