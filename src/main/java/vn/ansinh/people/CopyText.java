package vn.ansinh.people;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Rows on their way to PostgreSQL in the text format of COPY, a buffer at a time. */
final class CopyText {

  private static final int BUFFER = 1 << 16;

  private final CopyIn copy;
  private final StringBuilder text = new StringBuilder(BUFFER + (BUFFER >> 3));
  private boolean startOfRow = true;

  private CopyText(CopyIn copy) {
    this.copy = copy;
  }

  /** Whoever has rows to send. */
  interface Rows {
    void writeTo(CopyText text) throws SQLException;
  }

  /** Sends all rows; ends the operation in any case. */
  static long send(CopyIn copy, Rows rows) throws SQLException {
    try {
      var text = new CopyText(copy);
      rows.writeTo(text);
      text.flush();
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  CopyText field(@Nullable Object value) {
    if (!startOfRow) {
      text.append('\t');
    }
    startOfRow = false;
    if (value == null) {
      text.append("\\N");
    } else if (value instanceof byte[] bytes) {
      HexFormat.of().formatHex(text.append("\\\\x"), bytes);
    } else {
      escape(value.toString());
    }
    return this;
  }

  void endRow() throws SQLException {
    text.append('\n');
    startOfRow = true;
    if (text.length() >= BUFFER) {
      flush();
    }
  }

  private void flush() throws SQLException {
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }

  private void escape(String value) {
    int plain = 0;
    while (plain < value.length() && !isSpecial(value.charAt(plain))) {
      plain++;
    }
    text.append(value, 0, plain);
    for (int i = plain; i < value.length(); i++) {
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

  private static boolean isSpecial(char c) {
    return c == '\\' || c == '\t' || c == '\n' || c == '\r';
  }
}
