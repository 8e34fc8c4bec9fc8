package vn.ansinh.notifications;

import java.time.Instant;
import java.util.UUID;

/**
 * Something a person was told, kept inside the portal.
 *
 * @param kind as message keys name it, such as {@code carer-began}
 * @param headline in the language the person chose for messages
 */
public record Notice(
    UUID id, String kind, Topic topic, String headline, Instant toldAt, boolean read) {

  @Override
  public String toString() {
    return "Notice[" + id + "]";
  }
}
