package vn.ansinh.console.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/**
 * Everything {@code console/admin/codeentry.jte} shows.
 *
 * @param existing whether versions of it are there already
 * @param attribute message key of the further fact, if entries of the list have one
 * @param attributes its choices; empty where it is free text
 * @param ending whether an end can be given
 */
public record CodeEntryPage(
    String listPath,
    String listName,
    String path,
    boolean existing,
    @Nullable String attribute,
    List<Option> attributes,
    Form form,
    TypedDate lastDay,
    List<CodeListPage.Row> versions,
    boolean ending,
    boolean mayChange,
    Problems problems) {

  /** As typed. */
  public record Form(
      int revision, String code, String nameVi, String nameEn, String attribute, TypedDate from) {}
}
