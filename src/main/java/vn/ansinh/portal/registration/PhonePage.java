package vn.ansinh.portal.registration;

import org.jspecify.annotations.Nullable;
import vn.ansinh.portal.CodeClock;
import vn.ansinh.web.Problems;

/**
 * Everything {@code portal/registration/phone.jte} shows.
 *
 * @param tab of the navigation
 * @param at the path of this page
 * @param back where "back" leads
 * @param robot absent once a code is under way
 * @param words the digits of the picture in words
 */
public record PhonePage(
    String tab,
    String at,
    String back,
    String maskedPhone,
    @Nullable RobotChallenge robot,
    String words,
    CodeClock clock,
    @Nullable String refused,
    Problems problems) {}
