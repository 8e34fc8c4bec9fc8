package vn.ansinh.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows about the newest code of a subject.
 *
 * @param handedOffAt when the mail server or the operator took the message; absent until then
 * @param expiresAt five minutes after hand-off; until hand-off the last moment the code can be good
 * @param resendFrom the earliest moment for the next code
 * @param triesLeft of the newest code
 * @param digits how many it has
 */
public record CodeState(
    @Nullable Instant handedOffAt,
    Instant expiresAt,
    Instant resendFrom,
    int triesLeft,
    int digits) {}
