package vn.ansinh.notifications;

import java.util.Arrays;
import java.util.List;

/** What messages to somebody with an account are about, as far as a person chooses. */
public enum Topic {
  /** The safety of account and data: always by every channel. */
  SECURITY(false),
  /** Children, guardianships. */
  FAMILY(true),
  /** Advice that is no alarm. */
  REMINDER(true),
  /** What became of what the person asked for. */
  REQUEST(true);

  private final boolean chosen;

  Topic(boolean chosen) {
    this.chosen = chosen;
  }

  /** Those for which a person chooses channels. */
  public static List<Topic> toChoose() {
    return Arrays.stream(values()).filter(it -> it.chosen).toList();
  }

  boolean isChosen() {
    return chosen;
  }
}
