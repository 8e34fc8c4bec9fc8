package vn.ansinh.portal.children;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/** Everything {@code portal/children/office.jte} shows. */
public record ChildOfficePage(
    ChildWizard wizard,
    String chosen,
    List<Option> offices,
    boolean suggested,
    List<Option> provinces,
    @Nullable String province,
    Problems problems) {}
