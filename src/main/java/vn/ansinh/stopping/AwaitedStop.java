package vn.ansinh.stopping;

import java.util.Optional;
import vn.ansinh.accounts.CodeState;
import vn.ansinh.accounts.Contact;

/**
 * A code that confirms the declaration is awaited.
 *
 * @param sentTo where it went
 */
public record AwaitedStop(Contact sentTo, Optional<CodeState> code) {}
