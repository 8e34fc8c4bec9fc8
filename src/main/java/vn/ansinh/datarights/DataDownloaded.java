package vn.ansinh.datarights;

import java.time.Instant;
import vn.ansinh.platform.PersonId;

/** Somebody who is signed in and showed the password takes all data of that person with them. */
public record DataDownloaded(PersonId person, Instant at) {}
