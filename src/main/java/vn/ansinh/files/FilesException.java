package vn.ansinh.files;

/** Something that must not happen did: storage out of reach, content altered, too long a queue. */
public class FilesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FilesException(String message) {
    super(message);
  }

  FilesException(String message, Throwable cause) {
    super(message, cause);
  }
}
