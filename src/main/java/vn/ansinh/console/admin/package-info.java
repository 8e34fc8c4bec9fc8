/**
 * What administrators keep: staff, offices, code lists, reasons; and what they bring in as files.
 */
@NullMarked
package vn.ansinh.console.admin;

import org.jspecify.annotations.NullMarked;
