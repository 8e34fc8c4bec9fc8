package vn.ansinh.console.admin;

import vn.ansinh.web.Problems;

/**
 * Everything {@code console/admin/closing.jte} shows.
 *
 * @param files open ones that lie at the office itself
 * @param staff active officers who work there
 * @param below open offices directly below it
 */
public record ClosingPage(
    String path,
    String code,
    String label,
    String revision,
    TypedDate lastDay,
    String successor,
    long files,
    long staff,
    long below,
    Problems problems) {}
