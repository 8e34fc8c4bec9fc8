package vn.ansinh.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.imports.ImportRunStore.ImportRun;
import vn.ansinh.imports.PeopleImported.Done;
import vn.ansinh.imports.PeopleImported.FileRefused;
import vn.ansinh.imports.PeopleImported.Stopped;
import vn.ansinh.people.Arrival.Outcome;
import vn.ansinh.people.Arrival.Refused;
import vn.ansinh.people.Arrivals;
import vn.ansinh.people.NumbersTakenMeanwhile;
import vn.ansinh.web.Texts;

/**
 * Brings a CSV file of people into the register: reads it once to check it, then once more to write
 * it, a transaction per chunk. Each chunk's transaction also says how far the import has come, so
 * one that was cut off goes on after its last chunk when the same file is given again, and a file
 * given twice changes nothing the second time.
 */
@Component
public class PeopleImport {

  private static final String KIND = "people";

  /** Many: each try fails only because somebody else has just succeeded. */
  private static final int TRIES = 100;

  private final Arrivals arrivals;
  private final PeopleCodes codes;
  private final ImportRunStore runs;
  private final Audit audit;
  private final TransactionTemplate transactions;
  private final Texts texts;

  PeopleImport(
      Arrivals arrivals,
      PeopleCodes codes,
      ImportRunStore runs,
      Audit audit,
      TransactionTemplate transactions,
      Texts texts) {
    this.arrivals = arrivals;
    this.codes = codes;
    this.runs = runs;
    this.audit = audit;
    this.transactions = transactions;
    this.texts = texts;
  }

  /**
   * @param report where rows that are left out are named
   * @param partial to leave out what is wrong and import the rest
   */
  public record Request(Path file, Path report, boolean partial) {}

  /**
   * @throws ImportFailure when the file cannot be read or is no people file
   */
  public PeopleImported run(Request request, ImportWatcher watcher) {
    var file = new CsvFile(request.file());
    var today = codes.today();
    try (var report = new ProblemReport(request.report(), texts)) {
      var checked = new PeopleFileCheck(file, today, report).run(watcher);
      if (report.problems() > 0 && !request.partial()) {
        return new FileRefused(report.problems(), request.report());
      }
      var run =
          Objects.requireNonNull(
              transactions.execute(_ -> runs.begin(KIND, checked.digest(), checked.rows())));
      watcher.begins(ImportWatcher.Phase.IMPORTING, run.rowsDone(), run.rowsTotal());
      try (var chunks =
          new PeopleChunks(file, today, checked.duplicates().keySet(), run.rowsDone())) {
        return write(chunks, run, request.partial(), report, watcher);
      } finally {
        watcher.ends();
      }
    }
  }

  private PeopleImported write(
      PeopleChunks chunks,
      ImportRun run,
      boolean partial,
      ProblemReport report,
      ImportWatcher watcher) {
    long done = run.rowsDone();
    for (var chunk = next(chunks); chunk != null; chunk = next(chunks)) {
      var outcome = take(run, done, chunk, partial);
      if (!partial && !outcome.refused().isEmpty()) {
        outcome.refused().forEach(it -> report.add(problem(it)));
        return new Stopped(done, outcome.refused().size(), report.path());
      }
      done = chunk.upTo();
      watcher.reached(done);
    }
    if (done != run.rowsTotal()) {
      throw new ImportFailure("The file was changed while it was read; import it again");
    }
    transactions.executeWithoutResult(_ -> runs.finish(run.id()));
    runs.refused(run.id(), it -> report.add(problem(it)));
    var end = runs.find(run.id());
    return new Done(end.added(), end.changed(), end.unchanged(), end.refused(), run.rowsDone());
  }

  private Outcome take(ImportRun run, long done, PeopleChunks.Chunk chunk, boolean partial) {
    for (int attempt = 1; ; attempt++) {
      try {
        return takeOnce(run, done, chunk, partial);
      } catch (NumbersTakenMeanwhile | PessimisticLockingFailureException e) {
        if (attempt == TRIES) {
          throw new ImportFailure(
              "The register is being changed by others all the time; import the file again", e);
        }
      }
    }
  }

  private Outcome takeOnce(ImportRun run, long done, PeopleChunks.Chunk chunk, boolean partial) {
    return Objects.requireNonNull(
        transactions.execute(
            transaction -> {
              var outcome = arrivals.take(chunk.arrivals(), Actor.SYSTEM);
              if (!partial && !outcome.refused().isEmpty()) {
                transaction.setRollbackOnly();
                return outcome;
              }
              long refused = chunk.leftOut() + outcome.refused().size();
              if (!runs.advance(run.id(), done, chunk.upTo(), outcome, refused)) {
                throw new ImportFailure("Another process is importing this file");
              }
              outcome.refused().forEach(it -> runs.refuse(run.id(), it.line(), it.reason()));
              audit.record(
                  "PEOPLE_IMPORTED",
                  Actor.SYSTEM,
                  Subject.of("import", run.id()),
                  details(done, chunk.upTo(), outcome, refused));
              return outcome;
            }));
  }

  private static RowProblem problem(Refused row) {
    return new RowProblem(row.line(), "", "", "peoplefile.register." + row.reason(), List.of());
  }

  private static Map<String, String> details(long from, long to, Outcome outcome, long refused) {
    return Map.of(
        "rows", (from + 1) + "-" + to,
        "added", Integer.toString(outcome.added()),
        "changed", Integer.toString(outcome.changed()),
        "unchanged", Integer.toString(outcome.unchanged()),
        "refused", Long.toString(refused));
  }

  private static PeopleChunks.@Nullable Chunk next(PeopleChunks chunks) {
    try {
      return chunks.next();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImportFailure("Interrupted; the same file goes on where this ended", e);
    }
  }
}
