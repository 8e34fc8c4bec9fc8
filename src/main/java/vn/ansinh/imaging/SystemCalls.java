package vn.ansinh.imaging;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Linux's seccomp filter for this process and all its threads, in the kernel's own little language:
 * the calls listed answer "permission denied" from then on. That is every way to open a file, to
 * make or use a socket, to start or reach another process, and to change what the process may do.
 * Needs no rights, and works in containers where namespaces are forbidden.
 */
final class SystemCalls {

  private static final int[] X64 = {
    2, 41, 42, 43, 44, 46, 49, 50, 53, 57, 58, 59, 62, 76, 82, 83, 84, 85, 86, 87, 88, 90, 92, 94,
    101, 133, 155, 161, 165, 166, 188, 200, 248, 249, 250, 257, 258, 259, 260, 263, 264, 265, 266,
    268, 272, 288, 298, 303, 304, 307, 308, 310, 311, 316, 321, 322, 323, 424, 425, 426, 427, 434,
    437, 438
  };
  private static final int[] ARM64 = {
    5, 33, 34, 35, 36, 37, 38, 39, 40, 41, 45, 51, 53, 54, 56, 97, 117, 129, 130, 198, 199, 200,
    201, 202, 203, 206, 211, 217, 218, 219, 221, 241, 242, 264, 265, 268, 269, 270, 271, 276, 280,
    281, 282, 424, 425, 426, 427, 434, 437, 438
  };

  private static final int LOAD = 0x20;
  private static final int EQUAL = 0x15;
  private static final int AT_LEAST = 0x35;
  private static final int RETURN = 0x06;
  private static final int KILL = 0x80000000;
  private static final int DENY = 0x00050000 | 13;
  private static final int ALLOW = 0x7FFF0000;
  private static final int NO_NEW_PRIVILEGES = 38;

  private record Machine(int architecture, long seccomp, int signal, int[] forbidden) {}

  private record Step(int code, int then, int otherwise, int value) {}

  private SystemCalls() {}

  /** Whether the kernel took it. */
  static boolean forbid() {
    var machine =
        switch (System.getProperty("os.arch", "")) {
          case "amd64" -> new Machine(0xC000003E, 317, 234, X64);
          case "aarch64" -> new Machine(0xC00000B7, 277, 131, ARM64);
          default -> null;
        };
    if (machine == null) {
      return false;
    }
    try (var arena = Arena.ofConfined()) {
      return install(machine, arena);
    } catch (Throwable e) {
      return false;
    }
  }

  private static boolean install(Machine machine, Arena arena) throws Throwable {
    var linker = Linker.nativeLinker();
    var prctl =
        linker.downcallHandle(
            linker.defaultLookup().find("prctl").orElseThrow(),
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    var syscall =
        linker.downcallHandle(
            linker.defaultLookup().find("syscall").orElseThrow(),
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS),
            Linker.Option.firstVariadicArg(1));
    if ((int) prctl.invokeExact(NO_NEW_PRIVILEGES, 1L, 0L, 0L, 0L) != 0) {
      return false;
    }
    // Operation 1 sets a filter, flag 1 for all threads at once.
    return (long) syscall.invokeExact(machine.seccomp(), 1L, 1L, program(machine, arena)) == 0;
  }

  /** {@code struct sock_fprog}: a count and a pointer to eight bytes for each step. */
  private static MemorySegment program(Machine machine, Arena arena) {
    var steps = steps(machine);
    var code = arena.allocate(8L * steps.size(), 8);
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      long at = 8L * i;
      code.set(JAVA_INT, at, step.code() | step.then() << 16 | step.otherwise() << 24);
      code.set(JAVA_INT, at + 4, step.value());
    }
    var program = arena.allocate(16, 8);
    program.set(JAVA_INT, 0, steps.size());
    program.set(ADDRESS, 8, code);
    return program;
  }

  private static List<Step> steps(Machine machine) {
    var steps = new ArrayList<Step>();
    steps.add(new Step(LOAD, 0, 0, 4));
    steps.add(new Step(EQUAL, 1, 0, machine.architecture()));
    steps.add(new Step(RETURN, 0, 0, KILL));
    steps.add(new Step(LOAD, 0, 0, 0));
    // The second numbering of x64 would be a way around the list.
    steps.add(new Step(AT_LEAST, 0, 1, 0x40000000));
    steps.add(new Step(RETURN, 0, 0, DENY));
    for (int call : machine.forbidden()) {
      steps.add(new Step(EQUAL, 0, 1, call));
      steps.add(new Step(RETURN, 0, 0, DENY));
    }
    // Its own threads it may stop (that is how it dies of a fault), others' not.
    steps.add(new Step(EQUAL, 0, 4, machine.signal()));
    steps.add(new Step(LOAD, 0, 0, 16));
    steps.add(new Step(EQUAL, 1, 0, (int) ProcessHandle.current().pid()));
    steps.add(new Step(RETURN, 0, 0, DENY));
    steps.add(new Step(RETURN, 0, 0, ALLOW));
    steps.add(new Step(RETURN, 0, 0, ALLOW));
    return steps;
  }
}
