package vn.ansinh.notifications;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.accounts.Channel;
import vn.ansinh.platform.PersonId;

/**
 * A message reached nobody and nothing more happens by itself. Published in the transaction that
 * gives it up; never for one-time codes, whose reader sits in front of the page and asks for
 * another.
 *
 * @param subjectId the declaration or person it was about
 */
public record MessageUndeliverable(
    UUID messageId, MessageKind kind, Channel channel, UUID subjectId, @Nullable PersonId person) {}
