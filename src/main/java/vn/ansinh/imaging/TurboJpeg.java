package vn.ansinh.imaging;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * The system's libjpeg-turbo, where it is installed: the one inside OpenCV is built without the
 * processor's vector instructions and takes more than twice as long. For one thread.
 */
final class TurboJpeg {

  private static final String LIBRARY =
      System.getProperty("os.name", "").startsWith("Mac")
          ? "libturbojpeg.0.dylib"
          : "libturbojpeg.so.0";

  private static final int BGR = 1;
  private static final int CMYK = 3;
  private static final int HALVED_COLOURS = 2;
  private static final int DO_NOT_ALLOCATE = 1024;
  private static final int FATAL = 1;

  private final MethodHandle readHeader;
  private final MethodHandle decompress;
  private final MethodHandle compress;
  private final MethodHandle longest;
  private final MethodHandle errorCode;
  private final MethodHandle newDecompressor;
  private final MethodHandle newCompressor;
  private final MethodHandle destroy;

  private TurboJpeg(SymbolLookup library) throws Throwable {
    readHeader =
        function(
            library,
            "tjDecompressHeader3",
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_LONG,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS);
    decompress =
        function(
            library,
            "tjDecompress2",
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_LONG,
            ADDRESS,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT);
    compress =
        function(
            library,
            "tjCompress2",
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT);
    longest = function(library, "tjBufSize", JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT);
    errorCode = function(library, "tjGetErrorCode", JAVA_INT, ADDRESS);
    newDecompressor = function(library, "tjInitDecompress", ADDRESS);
    newCompressor = function(library, "tjInitCompress", ADDRESS);
    destroy = function(library, "tjDestroy", JAVA_INT, ADDRESS);
  }

  /** Empty where it is not installed, or too old. */
  static Optional<TurboJpeg> installed() {
    try {
      return Optional.of(new TurboJpeg(SymbolLookup.libraryLookup(LIBRARY, Arena.global())));
    } catch (Throwable e) {
      return Optional.empty();
    }
  }

  private static MethodHandle function(
      SymbolLookup library, String name, MemoryLayout result, MemoryLayout... parameters) {
    return Linker.nativeLinker()
        .downcallHandle(
            library.find(name).orElseThrow(), FunctionDescriptor.of(result, parameters));
  }

  /**
   * Reduced while decoding to a half, quarter or eighth, as long as it stays longer than asked for.
   *
   * @return an empty picture when it cannot be decoded; null for one of print-shop inks, which is
   *     OpenCV's
   */
  @Nullable Mat decoded(byte[] jpeg, int longSide) {
    try (var arena = Arena.ofConfined()) {
      // A new one for each picture: what a damaged one leaves behind in it would spoil the next.
      var decompressor = (MemorySegment) newDecompressor.invokeExact();
      try {
        return decoded(decompressor, arena.allocateFrom(JAVA_BYTE, jpeg), longSide, arena);
      } finally {
        var _ = (int) destroy.invokeExact(decompressor);
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Mat decoded(
      MemorySegment decompressor, MemorySegment source, int longSide, Arena arena)
      throws Throwable {
    var said = arena.allocate(JAVA_INT, 4);
    var bad =
        (int)
            readHeader.invokeExact(
                decompressor,
                source,
                source.byteSize(),
                said,
                said.asSlice(4),
                said.asSlice(8),
                said.asSlice(12));
    if (bad != 0) {
      return new Mat();
    }
    if (said.getAtIndex(JAVA_INT, 3) >= CMYK) {
      return null;
    }
    int width = said.getAtIndex(JAVA_INT, 0);
    int height = said.getAtIndex(JAVA_INT, 1);
    int parts = 1;
    while (parts < 8 && Math.max(width, height) >= 2 * parts * longSide) {
      parts *= 2;
    }
    return pixels(decompressor, source, rounded(width, parts), rounded(height, parts));
  }

  private static int rounded(int side, int parts) {
    return (side + parts - 1) / parts;
  }

  /** Damage that leaves something to be seen is no reason to refuse. */
  private Mat pixels(MemorySegment decompressor, MemorySegment source, int width, int height)
      throws Throwable {
    var mat = new Mat(height, width, CvType.CV_8UC3);
    var bad =
        (int)
            decompress.invokeExact(
                decompressor,
                source,
                source.byteSize(),
                MemorySegment.ofAddress(mat.dataAddr()),
                width,
                (int) mat.step1(),
                height,
                BGR,
                0);
    if (bad != 0 && (int) errorCode.invokeExact(decompressor) == FATAL) {
      mat.release();
      return new Mat();
    }
    return mat;
  }

  /** Of a continuous picture of three bytes a pixel. */
  byte[] encoded(Mat mat, int quality) {
    try (var arena = Arena.ofConfined()) {
      var compressor = (MemorySegment) newCompressor.invokeExact();
      try {
        return encoded(compressor, mat, quality, arena);
      } finally {
        var _ = (int) destroy.invokeExact(compressor);
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] encoded(MemorySegment compressor, Mat mat, int quality, Arena arena)
      throws Throwable {
    long most = (long) longest.invokeExact(mat.width(), mat.height(), HALVED_COLOURS);
    var target = arena.allocate(most);
    var at = arena.allocateFrom(ADDRESS, target);
    var length = arena.allocateFrom(JAVA_LONG, most);
    var bad =
        (int)
            compress.invokeExact(
                compressor,
                MemorySegment.ofAddress(mat.dataAddr()),
                mat.width(),
                (int) mat.step1(),
                mat.height(),
                BGR,
                at,
                length,
                HALVED_COLOURS,
                quality,
                DO_NOT_ALLOCATE);
    if (bad != 0) {
      throw new IllegalStateException("a picture could not be written");
    }
    return target.asSlice(0, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
  }
}
