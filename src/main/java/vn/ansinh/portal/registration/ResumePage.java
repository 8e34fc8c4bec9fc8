package vn.ansinh.portal.registration;

/** Everything {@code portal/registration/resume.jte} shows. */
public record ResumePage(String secret) {}
