package vn.ansinh.console.admin;

/** Everything {@code console/admin/handover.jte} shows, once. */
public record HandoverPage(
    String name, String userName, String password, String validUntil, String office) {}
