package vn.ansinh.portal.factors;

import vn.ansinh.factors.PasskeyOffer;
import vn.ansinh.web.Problems;

/**
 * Making a key in this browser.
 *
 * @param name as typed, or what the device is called
 */
public record PasskeyPage(PasskeyOffer offer, String name, Problems problems) {}
