package vn.ansinh.catalogue;

import java.time.LocalDate;
import java.util.List;

/**
 * All the directory knows of one office.
 *
 * @param revision of what it says; hand it back with a change
 * @param formerNames the newest first
 * @param predecessors whose work it took over, by code
 * @param openBelow how many offices directly below it are open today
 */
public record OfficeEntry(
    OfficeDetails details,
    String revision,
    List<FormerName> formerNames,
    List<Office> predecessors,
    long openBelow) {

  public OfficeEntry {
    formerNames = List.copyOf(formerNames);
    predecessors = List.copyOf(predecessors);
  }

  /**
   * @param until last day of that name
   */
  public record FormerName(String name, LocalDate until) {}
}
