package vn.ansinh.files;

/** The storage does not answer now; what it holds is not lost. */
public final class StorageUnavailable extends FilesException {

  private static final long serialVersionUID = 1L;

  StorageUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
