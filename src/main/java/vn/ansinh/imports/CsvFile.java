package vn.ansinh.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header, read as a stream; whatever is wrong with it is told in one line. */
final class CsvFile {

  private final Path path;

  CsvFile(Path path) {
    this.path = path;
  }

  long bytes() {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new ImportFailure("Cannot read " + path + ": " + ImportFailure.reason(e), e);
    }
  }

  /**
   * @param wrapping for whoever wants to see the bytes pass
   * @param header is asked first; records follow until {@code record} says false
   */
  void read(
      UnaryOperator<InputStream> wrapping,
      Consumer<CsvRecord> header,
      Predicate<CsvRecord> record) {
    if (Files.isDirectory(path)) {
      throw new ImportFailure("Cannot read " + path + ": it is a directory");
    }
    long line = 1;
    try (var bytes = wrapping.apply(Files.newInputStream(path));
        var records = CsvTable.open(bytes)) {
      boolean first = true;
      for (var row : records) {
        line = row.getStartingLineNumber();
        if (first) {
          header.accept(row);
          first = false;
        } else if (!record.test(row)) {
          return;
        }
      }
      if (first) {
        throw new ImportFailure(path + " is empty: it needs a header line");
      }
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw failure(e, line);
    }
  }

  private ImportFailure failure(Exception e, long line) {
    var cause = ioException(e);
    if (cause == null) {
      return new ImportFailure(path + " is not CSV after line " + line, e);
    }
    return cause instanceof CharacterCodingException
        ? new ImportFailure(path + " is not UTF-8 (after line " + line + "): save it as UTF-8", e)
        : new ImportFailure("Cannot read " + path + ": " + ImportFailure.reason(cause), e);
  }

  private static @Nullable IOException ioException(@Nullable Throwable e) {
    return e == null || e instanceof IOException ? (IOException) e : ioException(e.getCause());
  }
}
