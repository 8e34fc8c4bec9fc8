package vn.ansinh.files;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;
import vn.ansinh.files.Inspection.Drawable;

/**
 * Draws a picture anew: upright, on white, at most 1600 pixels long, as a plain JPEG. What was
 * hidden in the original (place, device, thumbnails, programs behind the end) cannot survive,
 * because only pixels are carried over. At most as many at once as there are processors.
 */
@Component
class Redrawing {

  private static final float QUALITY = 0.85f;

  private final FilesSettings settings;
  private final ImageReaderSpi jpeg;
  private final Semaphore decoders =
      new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  Redrawing(FilesSettings settings) {
    this.settings = settings;
    // Registered by hand: scanning depends on the class loader of whoever touches ImageIO first.
    var registry = IIORegistry.getDefaultInstance();
    registry.registerServiceProvider(new JPEGImageReaderSpi());
    this.jpeg = registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
  }

  /** Empty when the pixels cannot be decoded. */
  Optional<Picture> redraw(Drawable picture) {
    acquire();
    try {
      return Optional.of(encode(upright(decode(picture), picture)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    } finally {
      decoders.release();
    }
  }

  private void acquire() {
    try {
      if (!decoders.tryAcquire(settings.waitForDecoder().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new FilesException("too many pictures at once");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FilesException("interrupted while waiting for a decoder", e);
    }
  }

  /** Skips rows and columns of large pictures while decoding, so memory stays small. */
  private BufferedImage decode(Drawable picture) throws IOException {
    var reader = reader(picture);
    try (var in = new ByteArrayImageInputStream(picture.bare())) {
      reader.setInput(in, true, true);
      int step = Math.max(1, picture.longSide() / FilesSettings.LONG_SIDE);
      var how = reader.getDefaultReadParam();
      how.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, how);
    } finally {
      reader.dispose();
    }
  }

  private ImageReader reader(Drawable picture) throws IOException {
    return switch (picture.format()) {
      case JPEG -> jpeg.createReaderInstance();
      case PNG -> ImageIO.getImageReadersByFormatName("png").next();
    };
  }

  private static BufferedImage upright(BufferedImage image, Drawable picture) {
    boolean lying = picture.orientation() >= 5;
    int width = scaled(lying ? picture.height() : picture.width(), picture.scale());
    int height = scaled(lying ? picture.width() : picture.height(), picture.scale());
    if (picture.orientation() == ExifOrientation.UPRIGHT
        && image.getType() == BufferedImage.TYPE_3BYTE_BGR
        && image.getWidth() == width
        && image.getHeight() == height) {
      return image;
    }
    var drawn = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    var pen = drawn.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.scale(
        (double) width / (lying ? image.getHeight() : image.getWidth()),
        (double) height / (lying ? image.getWidth() : image.getHeight()));
    pen.drawImage(image, turn(picture.orientation(), image.getWidth(), image.getHeight()), null);
    pen.dispose();
    return drawn;
  }

  private static int scaled(int side, double scale) {
    return (int) Math.round(side * scale);
  }

  /** What undoes an Exif orientation for a picture of the given size. */
  private static AffineTransform turn(int orientation, int w, int h) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
      default -> new AffineTransform();
    };
  }

  private static Picture encode(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream(256 * 1024);
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return new Picture(bytes.toByteArray(), image.getWidth(), image.getHeight());
  }
}
