package vn.ansinh.consents;

import java.util.UUID;
import vn.ansinh.platform.PersonId;

/**
 * A word for a child is about to be taken back: whoever will end something because of it holds that
 * now, before the consent is held, in the same order as whoever ends it for another reason. Two who
 * held them the other way round would wait for each other.
 *
 * @param representative whose word it must be for anything to come of it
 */
public record ConsentWithdrawing(UUID holder, PersonId representative) {}
