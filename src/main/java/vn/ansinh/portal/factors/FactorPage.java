package vn.ansinh.portal.factors;

import vn.ansinh.web.Problems;

/**
 * One app or key: renaming and removing it.
 *
 * @param typed the name as it stands or was typed
 */
public record FactorPage(FactorsPage.Row factor, String typed, Problems problems) {}
