package vn.ansinh.datarights;

import java.util.UUID;
import vn.ansinh.platform.PersonId;

/** The office has answered what somebody asked about their data. */
public record DataRequestAnswered(UUID id, PersonId person) {}
