package vn.ansinh.review;

import java.time.Instant;
import java.util.UUID;
import vn.ansinh.platform.OfficerId;

/** What an officer wrote down for colleagues; the applicant never sees it. */
public record Note(UUID id, OfficerId by, Instant at, String text) {}
