package vn.ansinh.portal.children;

/**
 * The beginning.
 *
 * @param mayApply grown up by the register, and with an account of their own
 */
public record StartPage(boolean mayApply) {}
