package vn.ansinh.guardianship;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.people.Person;

/**
 * An application as an officer compares it.
 *
 * @param guardian who applies, as the register knows them
 * @param child whom the number typed belongs to in the register; absent when to nobody living
 * @param household of the child, the oldest first; empty where the register knows none
 * @param links all there ever were about the child, the newest first
 */
public record ChildFile(
    ChildApplication application,
    Person guardian,
    @Nullable Person child,
    List<Person> household,
    List<Link> links) {}
