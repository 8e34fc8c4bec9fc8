package vn.ansinh.datarights;

import java.time.Instant;
import java.util.UUID;
import vn.ansinh.platform.PersonId;

/** Somebody has asked the office about their data, since this transaction. */
public record DataRequestSubmitted(UUID id, PersonId person, Instant at) {}
