package vn.ansinh.people;

import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY. */
final class CopyText {

  private final StringBuilder text;
  private boolean startOfRow = true;

  CopyText(int expectedCharacters) {
    text = new StringBuilder(expectedCharacters);
  }

  CopyText field(@Nullable Object value) {
    if (!startOfRow) {
      text.append('\t');
    }
    startOfRow = false;
    if (value == null) {
      text.append("\\N");
    } else {
      escape(value.toString());
    }
    return this;
  }

  void endRow() {
    text.append('\n');
    startOfRow = true;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
