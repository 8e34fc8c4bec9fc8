package vn.ansinh.portal.adjusting;

/**
 * One thing the register says.
 *
 * @param now what it says; empty where nothing is known
 * @param wanted what it is to say; empty on pages that do not say it
 */
public record ItemRow(String item, String label, String now, String wanted, boolean chosen) {}
