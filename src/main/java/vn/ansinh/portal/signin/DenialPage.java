package vn.ansinh.portal.signin;

/**
 * "That was not me".
 *
 * @param open whether the link still does anything
 */
public record DenialPage(String link, boolean open) {}
