package vn.ansinh.consents;

import java.util.Arrays;
import java.util.List;

/**
 * What is done only with somebody's consent. Each has a text in numbered versions, the words {@code
 * consents.text.PURPOSE.VERSION}; who agreed to an older one has to be asked again. A version that
 * was ever shown is never changed: a test keeps its digest.
 */
public enum Purpose {
  /** The declaration (Form 01) as a PDF in an e-mail, outside the portal. */
  FORM_BY_EMAIL(1, false),
  /** Number, name and birth date sent to the national population database instead of photos. */
  POPULATION_REGISTRY(1, false),
  /** A child's account, by the representative's word. */
  CHILD_BY_GUARDIAN(1, true),
  /** The same, by the word of a child of seven and older. */
  CHILD_BY_CHILD(1, true);

  private final int wording;
  private final boolean aboutChild;

  Purpose(int wording, boolean aboutChild) {
    this.wording = wording;
    this.aboutChild = aboutChild;
  }

  /** The version of the text shown now. */
  public int wording() {
    return wording;
  }

  /**
   * Whether a word to this version still counts. Number 0 are the words of Form 01 itself ("Nhận tờ
   * khai qua email"), ticked before there were texts with numbers: what was lawfully agreed to then
   * holds on (Law 91/2025/QH15, transitional provisions), until there is a newer text than the
   * first.
   */
  boolean holdsFor(int said) {
    return said == wording || (said == 0 && wording == 1);
  }

  /** Given for a child, with whose account it begins and ends. */
  public boolean isAboutChild() {
    return aboutChild;
  }

  /** Those a person gives and withdraws for themselves. */
  public static List<Purpose> own() {
    return Arrays.stream(values()).filter(it -> !it.aboutChild).toList();
  }
}
