package vn.ansinh.imports;

import java.util.List;

/**
 * What is wrong at one place of a file.
 *
 * @param line as an editor counts, the header being 1
 * @param column its header; empty where it is the row or the file as a whole
 * @param value what stands there
 * @param key of the sentence in {@code messages/}
 * @param arguments of the sentence
 */
public record RowProblem(
    long line, String column, String value, String key, List<Object> arguments) {

  public RowProblem {
    arguments = List.copyOf(arguments);
  }
}
