package vn.ansinh.registration;

import java.util.UUID;

/** A draft; whoever may change it has shown its secret. */
public record DraftId(UUID value) {}
