package vn.ansinh.console.admin;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files that are saved, not shown. */
final class Downloads {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private Downloads() {}

  static ResponseEntity<byte[]> csv(String name, byte[] content) {
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .cacheControl(CacheControl.noStore())
        .body(content);
  }
}
