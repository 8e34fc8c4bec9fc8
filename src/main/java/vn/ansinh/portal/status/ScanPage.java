package vn.ansinh.portal.status;

import vn.ansinh.web.Problems;

/**
 * Everything {@code portal/status/scan.jte} shows.
 *
 * @param decoder address of the script that finds codes in pictures, fetched only when needed
 */
public record ScanPage(String text, String decoder, Problems problems) {}
