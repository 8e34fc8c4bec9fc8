package vn.ansinh.accounts;

import java.util.UUID;

/** One code sent. */
public record CodeId(UUID value) {}
