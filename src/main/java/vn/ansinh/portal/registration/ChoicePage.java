package vn.ansinh.portal.registration;

import java.util.List;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/** Everything {@code portal/registration/choice.jte} shows. */
public record ChoicePage(Wizard wizard, List<Option> candidates, Problems problems) {}
