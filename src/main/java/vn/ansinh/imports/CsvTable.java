package vn.ansinh.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A CSV file as spreadsheets write it: UTF-8 with or without byte order mark, and a comma,
 * semicolon or tab between cells, whichever the first line has most of.
 */
final class CsvTable {

  private static final int HEADER_LOOKAHEAD = 8192;
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private CsvTable() {}

  /** Rows as they are read; bytes that are not UTF-8 end it with a {@link java.io.IOException}. */
  static CsvReader<CsvRecord> open(InputStream file) throws IOException {
    var bytes = new BufferedInputStream(file, HEADER_LOOKAHEAD);
    skipMark(bytes);
    return CsvReader.builder()
        .fieldSeparator(separator(bytes))
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .ofCsvRecord(strictUtf8(bytes));
  }

  private static Reader strictUtf8(InputStream bytes) {
    return new InputStreamReader(
        bytes,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static void skipMark(BufferedInputStream bytes) throws IOException {
    bytes.mark(MARK.length);
    if (!Arrays.equals(bytes.readNBytes(MARK.length), MARK)) {
      bytes.reset();
    }
  }

  private static char separator(BufferedInputStream bytes) throws IOException {
    bytes.mark(HEADER_LOOKAHEAD);
    var start = new String(bytes.readNBytes(HEADER_LOOKAHEAD - 1), StandardCharsets.UTF_8);
    bytes.reset();
    var header = start.lines().findFirst().orElse("");
    var best = ',';
    for (var candidate : new char[] {';', '\t'}) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(it -> it == wanted).count();
  }
}
