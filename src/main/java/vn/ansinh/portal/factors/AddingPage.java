package vn.ansinh.portal.factors;

import vn.ansinh.web.Problems;

/** The first step of adding something: the password. */
public record AddingPage(Problems problems) {}
