package vn.ansinh.portal.federation;

/**
 * Why nobody was signed in, and what to do now.
 *
 * @param kind a key under {@code identity.outcome}
 * @param title that names the provider
 * @param sentence what happened
 * @param again whether trying again with the provider makes sense
 * @param providerId its name in addresses
 */
public record OutcomePage(
    String kind,
    String title,
    String sentence,
    boolean again,
    String providerId,
    String provider) {}
