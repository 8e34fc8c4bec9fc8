package vn.ansinh.portal.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.catalogue.Office;
import vn.ansinh.portal.PersonChoice;

/**
 * Somebody else's data, as their guardian or carer sees them.
 *
 * @param portrait its address, where there is one
 * @param child whether it is a child's
 * @param acts whether whoever looks may also act
 * @param people whose data may be looked at, oneself first
 */
public record WardPage(
    String path,
    String fullName,
    @Nullable String portrait,
    String initials,
    List<Fact> facts,
    @Nullable Office office,
    boolean child,
    boolean acts,
    List<PersonChoice> people) {}
