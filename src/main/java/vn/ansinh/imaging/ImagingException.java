package vn.ansinh.imaging;

/** No worker process can be started or reached now; nothing is said about any picture. */
public class ImagingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ImagingException(String message) {
    super(message);
  }

  ImagingException(String message, Throwable cause) {
    super(message, cause);
  }
}
