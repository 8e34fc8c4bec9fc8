package vn.ansinh.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.people.NewPerson;

/**
 * A row of a people file, judged.
 *
 * @param person absent exactly when there are problems
 */
record PeopleRow(long line, @Nullable NewPerson person, List<RowProblem> problems) {}
