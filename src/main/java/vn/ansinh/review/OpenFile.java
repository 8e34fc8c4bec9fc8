package vn.ansinh.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.people.Person;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationEvent;
import vn.ansinh.registration.PhoneStanding;

/**
 * Everything an officer needs to decide on one file.
 *
 * @param holder who has it in hand
 * @param registered the register's person it belongs to, if one is known
 * @param comparison empty once the facts are erased
 * @param evidence what cards said; empty once the facts are erased
 * @param phone how far the declared phone is the applicant's; empty once the facts are erased
 * @param tasks messages that did not arrive
 */
public record OpenFile(
    Declaration declaration,
    Optional<OfficerId> holder,
    Optional<Person> registered,
    Optional<Comparison> comparison,
    Optional<Evidence> evidence,
    Optional<PhoneStanding> phone,
    List<DeclarationEvent> history,
    List<Note> notes,
    Set<CheckItem> ticked,
    List<Task> tasks) {}
