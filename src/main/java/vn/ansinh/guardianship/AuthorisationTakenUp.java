package vn.ansinh.guardianship;

import vn.ansinh.platform.PersonId;

/**
 * A carer has taken up a code and may look at somebody's data, since this transaction.
 *
 * @param person whose data, to be told by every channel
 */
public record AuthorisationTakenUp(LinkId id, PersonId person, PersonId carer) {}
