package vn.ansinh.adjusting;

import org.jspecify.annotations.Nullable;
import vn.ansinh.people.Person;

/**
 * A request as an officer compares it.
 *
 * @param person as the register knows them now
 * @param register the same, as far as it can be adjusted
 * @param mark of what is compared here, which goes with the decision
 * @param numberTaken whether the personal id asked for is somebody else's
 * @param paperOfAnother whether the number of the paper asked for stands for somebody else
 * @param mine whether this officer has it
 * @param holder the name of who has it; absent while nobody has
 */
public record AdjustmentFile(
    Adjustment adjustment,
    Person person,
    Facts register,
    String mark,
    boolean numberTaken,
    boolean paperOfAnother,
    boolean mine,
    @Nullable String holder) {}
