package vn.ansinh.portal.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/** Everything {@code portal/registration/office.jte} shows. */
public record OfficePage(
    Wizard wizard,
    OfficeForm form,
    List<Option> offices,
    boolean suggested,
    List<Option> provinces,
    boolean otherOpen,
    List<Option> handIns,
    @Nullable String email,
    ConsentBox byEmail,
    List<Option> places,
    List<Option> providers,
    Problems problems) {}
