package vn.ansinh.platform;

import java.util.UUID;

/** A member of the agency's staff. */
public record OfficerId(UUID value) {}
