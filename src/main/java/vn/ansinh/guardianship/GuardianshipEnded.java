package vn.ansinh.guardianship;

import vn.ansinh.platform.PersonId;

/** A guardianship or authorisation is over, since this transaction. */
public record GuardianshipEnded(LinkId id, PersonId person, PersonId guardian, LinkEnd reason) {}
