package vn.ansinh.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** A QR as a picture of squares, black on white in every colour scheme. */
public final class QrPicture {

  private QrPicture() {}

  /** An SVG document of its own. */
  public static String svg(String content) {
    try {
      var squares =
          new QRCodeWriter()
              .encode(content, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 4));
      var path = new StringBuilder();
      for (int y = 0; y < squares.getHeight(); y++) {
        for (int x = 0; x < squares.getWidth(); x++) {
          if (squares.get(x, y)) {
            path.append("M%d %dh1v1h-1z".formatted(x, y));
          }
        }
      }
      return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
      <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>"""
          .formatted(squares.getWidth(), path);
    } catch (WriterException e) {
      throw new IllegalStateException(e);
    }
  }
}
