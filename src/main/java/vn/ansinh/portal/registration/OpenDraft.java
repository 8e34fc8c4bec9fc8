package vn.ansinh.portal.registration;

import vn.ansinh.registration.Draft;

/**
 * The draft of the browser that asks, as a parameter of a page.
 *
 * @param secret what opens it; goes into the private link, never into a log
 */
record OpenDraft(Draft draft, String secret) {}
