package vn.ansinh.factors;

import java.util.List;

/**
 * What a browser needs to make a passkey; all in base64url but the words.
 *
 * @param site the name it is bound to
 * @param holder whose it is; an internal id, no number
 * @param label what the keeper of the key shows beside it
 * @param known keys the person has already
 */
public record PasskeyOffer(
    String challenge, String site, String holder, String label, List<String> known) {}
