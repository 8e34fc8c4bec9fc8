package vn.ansinh.files;

/** Something that must not happen did: storage out of reach, content altered, too long a queue. */
public sealed class FilesException extends RuntimeException permits StorageUnavailable {

  private static final long serialVersionUID = 1L;

  FilesException(String message) {
    super(message);
  }

  FilesException(String message, Throwable cause) {
    super(message, cause);
  }
}
