package vn.ansinh.portal.registration;

import org.jspecify.annotations.Nullable;
import vn.ansinh.catalogue.Office;

/**
 * Everything {@code portal/registration/done.jte} shows.
 *
 * @param phoneToConfirm masked; absent when it is confirmed
 */
public record DonePage(
    Wizard wizard,
    String code,
    String next,
    @Nullable String emailedTo,
    Office office,
    String pdfAt,
    String statusAt,
    String statusLink,
    @Nullable String phoneToConfirm) {}
