package vn.ansinh.notifications;

import java.util.UUID;

/** Makes the documents that go with messages at the moment they leave. */
interface Enclosures {

  /** A document ready to attach. */
  record Document(String fileName, String contentType, byte[] bytes) {}

  /** Whether it can be made in full now; if not, it will be before long. */
  default boolean isReady(Content.Enclosure enclosure, UUID subjectId) {
    return true;
  }

  /** Whether whom it goes to still wants it: consent may be withdrawn while a message waits. */
  default boolean isWanted(Content.Enclosure enclosure, UUID subjectId) {
    return true;
  }

  Document open(Content.Enclosure enclosure, UUID subjectId) throws EnclosureMissing;
}
