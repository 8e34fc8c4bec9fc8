package vn.ansinh.adjusting;

import java.util.Optional;
import vn.ansinh.accounts.CodeState;
import vn.ansinh.accounts.Contact;

/**
 * A code that confirms the request is awaited.
 *
 * @param sentTo where it went
 */
public record AwaitedAdjustment(Contact sentTo, Optional<CodeState> code) {}
