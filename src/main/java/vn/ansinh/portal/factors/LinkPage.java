package vn.ansinh.portal.factors;

import vn.ansinh.web.Problems;

/** One account at an identity provider, and removing it. */
public record LinkPage(FactorsPage.Identity identity, Problems problems) {}
