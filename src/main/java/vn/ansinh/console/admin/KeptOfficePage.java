package vn.ansinh.console.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.console.admin.OfficesPage.Link;

/**
 * Everything {@code console/admin/keptoffice.jte} shows.
 *
 * @param own the administrator's own office, which others close
 * @param ends whether its last day is known
 */
public record KeptOfficePage(
    String path,
    String code,
    String name,
    List<Link> above,
    String state,
    String tone,
    @Nullable String address,
    @Nullable String phone,
    @Nullable String hours,
    String openFrom,
    @Nullable String openUntil,
    @Nullable Link successor,
    List<Link> predecessors,
    List<String> formerNames,
    List<String> wards,
    List<String> oldUnits,
    long below,
    String belowPath,
    String revision,
    boolean own,
    boolean root,
    boolean ends,
    @Nullable String done) {}
