package vn.ansinh.imports;

import java.util.List;

/**
 * What an office file did, or would do.
 *
 * @param rows read, without the header
 * @param problems in the order of the file
 * @param written whether anything was kept; false for a check and for a file refused as a whole
 */
public record OfficeImportReport(
    int rows, int added, int changed, int unchanged, List<RowProblem> problems, boolean written) {

  public OfficeImportReport {
    problems = List.copyOf(problems);
  }

  public boolean clean() {
    return problems.isEmpty();
  }
}
