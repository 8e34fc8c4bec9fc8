package vn.ansinh.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.OfficeDirectory;
import vn.ansinh.catalogue.Offices;

/**
 * Office files, row by row through {@link Offices}, in one transaction. The same file twice changes
 * nothing the second time. An office must stand after the one above it, unless that is known
 * already.
 */
@Service
public class OfficeImport {

  /** What happens to good rows. */
  public enum Keep {
    /** Nothing is written: a look at what would be. */
    NOTHING,
    /** All of them, or none if any row is bad. */
    ALL_OR_NONE,
    /** All of them, whatever the others are. */
    GOOD_ROWS
  }

  private final Offices offices;
  private final OfficeDirectory directory;
  private final AdministrativeUnits units;
  private final TransactionTemplate transaction;

  OfficeImport(
      Offices offices,
      OfficeDirectory directory,
      AdministrativeUnits units,
      TransactionTemplate transaction) {
    this.offices = offices;
    this.directory = directory;
    this.units = units;
    this.transaction = transaction;
  }

  /** Reads the file to its end even where rows are bad, so that all of them are told. */
  public OfficeImportReport run(InputStream file, Keep keep, Actor actor) {
    return run(file, keep, Office.ROOT, actor);
  }

  /**
   * @param keeper rows of offices other than it and those below it are refused
   */
  public OfficeImportReport run(InputStream file, Keep keep, String keeper, Actor actor) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              var run = new OfficeImportRun(offices, directory, units, keeper, actor);
              read(file, run);
              var write =
                  keep == Keep.GOOD_ROWS || (keep == Keep.ALL_OR_NONE && run.problems().isEmpty());
              if (!write) {
                status.setRollbackOnly();
              }
              return run.report(write);
            }));
  }

  private static void read(InputStream file, OfficeImportRun run) {
    try (var rows = CsvTable.open(file)) {
      var rest = rows.iterator();
      if (!rest.hasNext()) {
        run.wholeFile(1, "empty");
        return;
      }
      if (run.header(rest.next().getFields())) {
        rest.forEachRemaining((CsvRecord row) -> run.row(row));
      }
    } catch (CsvParseException e) {
      run.wholeFile(run.nextLine(), isEncoding(e) ? "encoding" : "broken");
    } catch (CharacterCodingException e) {
      run.wholeFile(run.nextLine(), "encoding");
    } catch (UncheckedIOException e) {
      run.wholeFile(run.nextLine(), isEncoding(e) ? "encoding" : "broken");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isEncoding(Throwable e) {
    var cause = e.getCause();
    return cause instanceof CharacterCodingException || (cause != null && isEncoding(cause));
  }
}
