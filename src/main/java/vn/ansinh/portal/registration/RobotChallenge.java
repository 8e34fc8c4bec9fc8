package vn.ansinh.portal.registration;

import java.util.List;

/**
 * What the page carries of the robot check.
 *
 * @param work the challenge as JSON, for the script
 * @param token the sealed answer of the picture
 * @param pictureUrl a data URL
 * @param digits the same digits, to be written in words
 */
public record RobotChallenge(String work, String token, String pictureUrl, List<Integer> digits) {}
