package vn.ansinh.registration;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** All that the page may refer to. Nothing else is opened: no file, no network. */
final class Form01Resources implements FSStreamFactory {

  static final String SCHEME = "form01";
  static final String BASE = SCHEME + ":/";
  private static final byte[] CSS = Form01Fonts.resource("form01.css");

  private final Map<String, byte[]> contents = new HashMap<>();

  Form01Resources(Form01 form) {
    contents.put(BASE + "form01.css", CSS);
    contents.put(BASE + "qr.png", Form01Qr.png(form.code()));
    Form01.PaperImages images = form.images();
    if (images != null) {
      contents.put(BASE + "front.jpg", images.front());
      byte[] back = images.back();
      if (back != null) {
        contents.put(BASE + "back.jpg", back);
      }
    }
  }

  boolean has(String uri) {
    return contents.containsKey(uri);
  }

  @Override
  public FSStream getUrl(String uri) {
    byte[] content = contents.get(uri);
    if (content == null) {
      throw new IllegalArgumentException("not part of Form 01: " + uri);
    }
    return new Content(content);
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
