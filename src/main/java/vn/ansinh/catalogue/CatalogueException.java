package vn.ansinh.catalogue;

/** A rule of the catalogue's own that was broken: a mistake in data or code, never in a form. */
public final class CatalogueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CatalogueException(String message) {
    super(message);
  }

  public CatalogueException(String message, Throwable cause) {
    super(message, cause);
  }
}
