package vn.ansinh.identity;

/**
 * A paper and its number.
 *
 * @param number normalised, as {@link IdentityDocuments#check} answers it
 */
public record IdentityPaper(PaperKind kind, String number) {}
