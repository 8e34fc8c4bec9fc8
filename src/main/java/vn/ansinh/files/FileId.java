package vn.ansinh.files;

import java.util.UUID;

/** A kept picture. Knowing the id gives no right to see it. */
public record FileId(UUID value) {}
