package vn.ansinh.accounts;

import java.time.Instant;
import java.util.UUID;
import vn.ansinh.platform.PersonId;

/** A person who is signed in at this moment. */
public record CitizenSession(UUID id, PersonId person, Instant startedAt) {}
