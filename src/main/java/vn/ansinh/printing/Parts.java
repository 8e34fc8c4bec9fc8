package vn.ansinh.printing;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** All that the page may refer to. Nothing else is opened: no file, no network. */
final class Parts implements FSStreamFactory {

  static final String SCHEME = "part";

  private final Sheet sheet;

  Parts(Sheet sheet) {
    this.sheet = sheet;
  }

  boolean has(String uri) {
    return uri.startsWith(Sheet.PARTS) && sheet.parts().containsKey(name(uri));
  }

  @Override
  public FSStream getUrl(String uri) {
    var part = uri.startsWith(Sheet.PARTS) ? sheet.parts().get(name(uri)) : null;
    if (part == null) {
      throw new IllegalArgumentException("not part of the sheet: " + uri);
    }
    return new Content(part);
  }

  private static String name(String uri) {
    return uri.substring(Sheet.PARTS.length());
  }

  private record Content(byte[] bytes) implements FSStream {
    @Override
    public InputStream getStream() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public Reader getReader() {
      return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
    }
  }
}
