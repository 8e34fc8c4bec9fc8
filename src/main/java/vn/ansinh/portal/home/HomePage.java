package vn.ansinh.portal.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.catalogue.Office;
import vn.ansinh.portal.PersonChoice;

/**
 * Home.
 *
 * @param portrait its address, where there is one
 * @param initials in place of a portrait
 * @param facts the header card, from the register
 * @param account how the person signs in and is reached
 * @param office the one that serves the person's ward, where the catalogue knows it
 * @param people whose data may be looked at, where that is somebody else's as well
 * @param passwordIsOld whether it should be changed
 * @param codesLeft how many recovery codes are left, where they are few
 * @param stopsAt when the account is closed, where that is declared
 * @param notice what just happened, a key under {@code home.notice}
 */
public record HomePage(
    String fullName,
    @Nullable String portrait,
    String initials,
    List<Fact> facts,
    List<Fact> account,
    @Nullable Office office,
    List<PersonChoice> people,
    boolean passwordIsOld,
    @Nullable Integer codesLeft,
    @Nullable String stopsAt,
    @Nullable String notice) {}
