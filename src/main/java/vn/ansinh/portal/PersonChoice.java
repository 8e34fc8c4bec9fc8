package vn.ansinh.portal;

/**
 * One of those whose data may be looked at, oneself first.
 *
 * @param what as whom: oneself, a child, somebody who authorised one
 */
public record PersonChoice(String href, String name, String what, boolean current) {}
