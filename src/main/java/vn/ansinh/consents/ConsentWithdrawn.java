package vn.ansinh.consents;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.PersonId;

/**
 * Since this transaction a consent stands no more: whoever acts because of it stops in the same.
 *
 * @param givenBy the child's representative who gave it; absent for one's own
 */
public record ConsentWithdrawn(UUID holder, Purpose purpose, @Nullable PersonId givenBy) {}
