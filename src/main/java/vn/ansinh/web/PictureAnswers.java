package vn.ansinh.web;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Pictures of people and their papers: kept nowhere on the way, never a document of their own. */
public final class PictureAnswers {

  private PictureAnswers() {}

  /** The caller has checked who may see it. The bytes are zeros once they are sent. */
  public static ResponseEntity<Resource> jpeg(byte[] jpeg) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"photo.jpg\"")
        .body(new PictureBody(jpeg));
  }
}
