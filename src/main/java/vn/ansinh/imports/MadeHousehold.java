package vn.ansinh.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import vn.ansinh.identity.Sex;

/**
 * Who lives together: a head, often a spouse, children who bear the father's surname, sometimes an
 * old parent or a grandchild; one to seven people, three and a half on average.
 */
final class MadeHousehold {

  /**
   * @param relation code of the relation to the head, as in the code list
   * @param age in years at the reference day
   */
  record Member(String relation, Sex sex, int age, String surname) {}

  private static final int OLDEST = 97;

  private final MadeNames names;
  private final RandomGenerator random;
  private final List<Member> members = new ArrayList<>();

  private MadeHousehold(MadeNames names, RandomGenerator random) {
    this.names = names;
    this.random = random;
  }

  static List<Member> of(MadeNames names, RandomGenerator random) {
    var household = new MadeHousehold(names, random);
    household.gather();
    return household.members;
  }

  private void gather() {
    var sex = random.nextInt(100) < 68 ? Sex.MALE : Sex.FEMALE;
    int age = 22 + random.nextInt(34) + random.nextInt(34);
    var head = add("00", sex, age, names.surname(random));
    boolean married = age >= 25 && random.nextInt(100) < 78;
    if (married) {
      marry(head);
    }
    if (married || random.nextInt(100) < 18) {
      children(head);
    }
    if (age < 60 && random.nextInt(100) < 16) {
      parents(head);
    }
  }

  private void marry(Member head) {
    var wife = head.sex() == Sex.MALE;
    int age = Math.clamp(head.age() + random.nextInt(7) - (wife ? 5 : 1), 19, OLDEST);
    add(wife ? "01" : "02", wife ? Sex.FEMALE : Sex.MALE, age, names.surname(random));
  }

  private void children(Member head) {
    var father = members.stream().filter(it -> it.sex() == Sex.MALE).findFirst().orElse(head);
    int children = new int[] {0, 1, 1, 2, 2, 2, 3}[random.nextInt(7)];
    for (int i = 0; i < children; i++) {
      int age = head.age() - 21 - random.nextInt(14);
      // Grown children mostly live in a household of their own.
      if (age >= 0 && (age < 24 || random.nextInt(100) < 30)) {
        add("08", anySex(), age, father.surname());
        if (age > 26 && random.nextInt(100) < 40) {
          add("09", anySex(), random.nextInt(age - 20), father.surname());
        }
      }
    }
  }

  private void parents(Member head) {
    int age = Math.min(OLDEST, head.age() + 20 + random.nextInt(16));
    if (random.nextInt(100) < 45) {
      add("03", Sex.MALE, age, head.surname());
    }
    if (random.nextInt(100) < 70) {
      add("04", Sex.FEMALE, Math.min(OLDEST, age), names.surname(random));
    }
  }

  private Sex anySex() {
    return random.nextInt(2) == 0 ? Sex.MALE : Sex.FEMALE;
  }

  private Member add(String relation, Sex sex, int age, String surname) {
    var member = new Member(relation, sex, age, surname);
    if (members.size() < 7) {
      members.add(member);
    }
    return member;
  }
}
