package vn.ansinh.registration;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * The code of a declaration as a QR picture. Payload: {@code ANSINH:F01:} followed by the
 * declaration code, so the officer's scanner knows what it has read.
 */
final class Form01Qr {

  static final String PREFIX = "ANSINH:F01:";
  private static final int PIXELS_PER_MODULE = 6;

  private Form01Qr() {}

  /** Level Q survives a quarter of the modules being lost to folds and stamps. */
  static byte[] png(String declarationCode) {
    try {
      BitMatrix small =
          new QRCodeWriter()
              .encode(
                  PREFIX + declarationCode,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.Q,
                      EncodeHintType.MARGIN,
                      2));
      return png(small);
    } catch (WriterException e) {
      throw new IllegalArgumentException("not a declaration code", e);
    }
  }

  private static byte[] png(BitMatrix modules) {
    int side = modules.getWidth() * PIXELS_PER_MODULE;
    BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = modules.get(x / PIXELS_PER_MODULE, y / PIXELS_PER_MODULE);
        picture.setRGB(x, y, dark ? 0x000000 : 0xFFFFFF);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
