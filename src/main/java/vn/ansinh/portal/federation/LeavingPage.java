package vn.ansinh.portal.federation;

/**
 * On the way to a provider; the browser goes on by itself.
 *
 * @param provider as people know it
 * @param to the provider's address, with what binds its answer to this browser
 * @param host the part of it that a careful person compares
 */
public record LeavingPage(String provider, String to, String host) {}
