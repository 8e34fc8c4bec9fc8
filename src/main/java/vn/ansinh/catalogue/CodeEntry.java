package vn.ansinh.catalogue;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a code list as it reads for a time.
 *
 * @param attributes further facts; which ones, {@link CodeList} tells
 * @param validFrom first day it reads so
 * @param validTo last day it reads so; absent while no change is known
 */
public record CodeEntry(
    CodeList list,
    String code,
    String nameVi,
    String nameEn,
    Map<String, String> attributes,
    LocalDate validFrom,
    @Nullable LocalDate validTo) {

  public CodeEntry {
    attributes = Map.copyOf(attributes);
  }
}
