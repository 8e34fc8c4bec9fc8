package vn.ansinh.launcher;

import java.util.List;

/** Start-up stops here on purpose. Each line tells an operator what is wrong and what to do. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> lines;

  Refusal(List<String> lines) {
    super(String.join(" | ", lines));
    this.lines = List.copyOf(lines);
  }

  Refusal(String line) {
    this(List.of(line));
  }

  Refusal(String line, Throwable cause) {
    this(line);
    initCause(cause);
  }

  List<String> lines() {
    return lines;
  }
}
