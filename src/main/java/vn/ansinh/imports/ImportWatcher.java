package vn.ansinh.imports;

/** Whoever wants to see an import move. */
public interface ImportWatcher {

  /** Sees nothing. */
  ImportWatcher NONE =
      new ImportWatcher() {
        @Override
        public void begins(Phase phase, long done, long total) {}

        @Override
        public void reached(long done) {}

        @Override
        public void ends() {}
      };

  /** What an import does one after the other. */
  enum Phase {
    /** Reads the whole file; counts bytes. */
    CHECKING,
    /** Writes; counts rows. */
    IMPORTING
  }

  /**
   * @param done not 0 when an import is taken up again
   */
  void begins(Phase phase, long done, long total);

  /** Importing, everything up to here is committed. */
  void reached(long done);

  void ends();
}
