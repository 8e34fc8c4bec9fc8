package vn.ansinh.guardianship;

import vn.ansinh.people.Person;

/**
 * Somebody whose data may be looked at now.
 *
 * @param right how far it goes today
 */
public record Held(Link link, Person person, Right right) {}
