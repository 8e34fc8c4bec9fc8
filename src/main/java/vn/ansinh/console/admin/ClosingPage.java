package vn.ansinh.console.admin;

import java.util.List;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/**
 * Everything {@code console/admin/closing.jte} shows.
 *
 * @param files open ones that lie at the office itself
 * @param staff active officers who work there
 * @param below open offices directly below it
 * @param offices open ones that may follow it, offered while typing
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
    List<Option> offices,
    Problems problems) {}
