package vn.ansinh.portal.children;

import java.util.List;
import vn.ansinh.guardianship.ChildForm;
import vn.ansinh.portal.registration.ThreeBoxes;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/** Everything {@code portal/children/child.jte} shows. */
public record ChildPage(
    ChildWizard wizard,
    ChildForm form,
    ThreeBoxes birth,
    List<Option> relations,
    List<Option> sexes,
    Problems problems) {}
