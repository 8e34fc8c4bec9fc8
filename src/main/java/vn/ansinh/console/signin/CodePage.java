package vn.ansinh.console.signin;

import vn.ansinh.web.Problems;

/** Everything the pages with one question show. */
public record CodePage(Problems problems) {}
