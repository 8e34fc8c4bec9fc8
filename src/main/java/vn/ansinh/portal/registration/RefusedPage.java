package vn.ansinh.portal.registration;

/**
 * Everything {@code portal/registration/refused.jte} shows.
 *
 * @param why the last word of the message key
 * @param fixAt where the person can do something about it
 */
public record RefusedPage(Wizard wizard, String why, String fixAt) {}
