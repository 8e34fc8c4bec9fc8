package vn.ansinh.portal.signin;

/**
 * The warning that another device will be signed out.
 *
 * @param device browser and system in words
 * @param lastSeen when it was used last
 */
public record ElsewherePage(String device, String lastSeen) {}
