package vn.ansinh.guardianship;

import vn.ansinh.platform.PersonId;

/** A child has turned fifteen and may open an account of their own. */
public record ChildInvited(LinkId id, PersonId person, PersonId guardian) {}
