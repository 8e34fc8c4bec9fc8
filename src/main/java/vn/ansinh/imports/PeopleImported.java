package vn.ansinh.imports;

import java.nio.file.Path;

/** What became of an import. */
public sealed interface PeopleImported {

  /**
   * @param added and the other counts are of rows; {@code refused} is 0 unless asked to go on
   * @param resumedAfter rows of the file that an import which was cut off had already done
   */
  record Done(long added, long changed, long unchanged, long refused, long resumedAfter)
      implements PeopleImported {}

  /** Something is wrong with the file itself; nothing was imported. */
  record FileRefused(long problems, Path report) implements PeopleImported {}

  /**
   * The register cannot take some rows. Everything before their chunk is imported; the same file
   * can go on from there once the register is put right.
   */
  record Stopped(long rowsDone, long problems, Path report) implements PeopleImported {}
}
