package vn.ansinh.console.signin;

import vn.ansinh.web.Problems;

/**
 * Everything {@code console/signin/enrolment.jte} shows.
 *
 * @param secret for typing, in groups of four
 */
public record EnrolmentPage(String secret, Problems problems) {}
