package vn.ansinh.consents;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.audit.Actor;
import vn.ansinh.platform.PersonId;

/**
 * Since this transaction a consent stands no more: whoever acts because of it stops in the same.
 *
 * @param givenBy the child's representative who gave it; absent for one's own
 * @param by who took it back: whoever gave it, the child, or an officer who heard the child
 */
public record ConsentWithdrawn(
    UUID holder, Purpose purpose, @Nullable PersonId givenBy, Actor by) {}
