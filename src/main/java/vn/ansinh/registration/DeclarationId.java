package vn.ansinh.registration;

import java.util.UUID;

/** One declaration, through all its corrections. Not a secret, yet shown to nobody but staff. */
public record DeclarationId(UUID value) {}
