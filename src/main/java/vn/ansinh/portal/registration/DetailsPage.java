package vn.ansinh.portal.registration;

import java.util.List;
import vn.ansinh.portal.units.UnitPicker;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/**
 * Everything {@code portal/registration/declaration.jte} shows.
 *
 * @param doubts sentences to be looked at once more
 * @param doubtsSeen the same as codes; sent back with "it is right"
 */
public record DetailsPage(
    Wizard wizard,
    DetailsForm form,
    List<Option> sexes,
    List<Option> paperKinds,
    UnitPicker units,
    ConsentBox registry,
    List<String> doubts,
    String doubtsSeen,
    CardMarks card,
    Problems problems) {}
