package vn.ansinh.imaging;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.opencv.core.Mat;

/**
 * The system's Tesseract 5, which reads print, called through Java's own foreign-function
 * interface. Its trained data are read from files when it is made and never again, so it is made
 * before the worker gives files up. Knows the letters of machine-readable lines only. For one
 * thread.
 */
final class Tesseract {

  private static final String LIBRARY =
      System.getProperty("os.name", "").startsWith("Mac")
          ? "libtesseract.5.dylib"
          : "libtesseract.so.5";

  private static final int NETWORKS_ONLY = 1;
  private static final int ONE_LINE_AS_IT_IS = 13;
  private static final int DOTS_PER_INCH = 300;
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";
  private static final long LONGEST = 4096;

  private final MethodHandle setImage;
  private final MethodHandle setResolution;
  private final MethodHandle text;
  private final MethodHandle delete;
  private final MethodHandle clear;
  private final MemorySegment engine;

  private Tesseract(SymbolLookup library) throws Throwable {
    setImage =
        procedure(
            library,
            "TessBaseAPISetImage",
            ADDRESS,
            ADDRESS,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT);
    setResolution = procedure(library, "TessBaseAPISetSourceResolution", ADDRESS, JAVA_INT);
    text = function(library, "TessBaseAPIGetUTF8Text", ADDRESS, ADDRESS);
    delete = procedure(library, "TessDeleteText", ADDRESS);
    clear = procedure(library, "TessBaseAPIClear", ADDRESS);
    engine = engine(library);
  }

  /** Empty where it is not installed, is too old, or has no trained data. */
  static Optional<Tesseract> installed() {
    try {
      return Optional.of(new Tesseract(SymbolLookup.libraryLookup(LIBRARY, Arena.global())));
    } catch (Throwable e) {
      return Optional.empty();
    }
  }

  private static MemorySegment engine(SymbolLookup library) throws Throwable {
    var create = function(library, "TessBaseAPICreate", ADDRESS);
    var start =
        function(library, "TessBaseAPIInit2", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_INT);
    var set = function(library, "TessBaseAPISetVariable", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    var mode = procedure(library, "TessBaseAPISetPageSegMode", ADDRESS, JAVA_INT);
    var engine = (MemorySegment) create.invokeExact();
    try (var arena = Arena.ofConfined()) {
      var failed =
          (int)
              start.invokeExact(
                  engine, MemorySegment.NULL, arena.allocateFrom("eng"), NETWORKS_ONLY);
      if (failed != 0) {
        throw new IllegalStateException("Tesseract has no trained data");
      }
      // Names on cards are no English words, and numbers no prices.
      for (var off : new String[] {"load_system_dawg", "load_freq_dawg"}) {
        var _ = (int) set.invokeExact(engine, arena.allocateFrom(off), arena.allocateFrom("0"));
      }
      var _ =
          (int)
              set.invokeExact(
                  engine,
                  arena.allocateFrom("tessedit_char_whitelist"),
                  arena.allocateFrom(ALPHABET));
    }
    mode.invokeExact(engine, ONE_LINE_AS_IT_IS);
    return engine;
  }

  /**
   * @param line dark on light, one byte a pixel, continuous
   * @return what is read of it; anything, where there is no line
   */
  String read(Mat line) {
    try {
      setImage.invokeExact(
          engine,
          MemorySegment.ofAddress(line.dataAddr()),
          line.width(),
          line.height(),
          1,
          (int) line.step1());
      setResolution.invokeExact(engine, DOTS_PER_INCH);
      var read = (MemorySegment) text.invokeExact(engine);
      if (read.equals(MemorySegment.NULL)) {
        return "";
      }
      var words = read.reinterpret(LONGEST).getString(0);
      delete.invokeExact(read);
      clear.invokeExact(engine);
      return words;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle function(
      SymbolLookup library, String name, MemoryLayout result, MemoryLayout... parameters) {
    return Linker.nativeLinker()
        .downcallHandle(
            library.find(name).orElseThrow(), FunctionDescriptor.of(result, parameters));
  }

  private static MethodHandle procedure(
      SymbolLookup library, String name, MemoryLayout... parameters) {
    return Linker.nativeLinker()
        .downcallHandle(library.find(name).orElseThrow(), FunctionDescriptor.ofVoid(parameters));
  }
}
