/**
 * Messages to people: an outbox written in the transaction that has something to say, and the relay
 * that hands each message to the mail server or the mobile operator and erases what it said.
 */
@ApplicationModule(
    displayName = "Notifications",
    allowedDependencies = {
      "accounts",
      "adjusting",
      "datarights",
      "guardianship",
      "registration",
      "stopping",
      "consents",
      "review",
      "catalogue",
      "identity",
      "people"
    })
@NullMarked
package vn.ansinh.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
