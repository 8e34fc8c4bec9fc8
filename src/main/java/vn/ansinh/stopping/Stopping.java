package vn.ansinh.stopping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.DeclarationCode;

/**
 * A declaration to stop using the account.
 *
 * @param session in which the password was shown; the code counts in the same only
 * @param reason code of a {@link StopReason}
 * @param wantedOn the day in Vietnam the person chose; the account is not closed before
 * @param content gone once it was cancelled
 * @param code absent until it is declared, as the day
 * @param dueAt when the account is closed ({@link StopStatus#WAITING}), else when it is given up
 */
public record Stopping(
    PersonId person,
    UUID id,
    UUID session,
    StopStatus status,
    String reason,
    LocalDate wantedOn,
    @Nullable StopContent content,
    @Nullable DeclarationCode code,
    @Nullable LocalDate declaredOn,
    Instant dueAt) {

  public boolean isWaiting() {
    return status == StopStatus.WAITING;
  }

  Stopping declared(DeclarationCode newCode, LocalDate day, Instant due) {
    return new Stopping(
        person, id, session, StopStatus.WAITING, reason, wantedOn, content, newCode, day, due);
  }

  @Override
  public String toString() {
    return "Stopping[" + id + "]";
  }
}
