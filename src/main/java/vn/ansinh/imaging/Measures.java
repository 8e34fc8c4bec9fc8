package vn.ansinh.imaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What can be measured of a picture. Says nothing about whether that is good enough.
 *
 * @param width in pixels, as kept
 * @param height in pixels, as kept
 * @param brightness how light the lighter parts are, 0 (black) to 255: four fifths of the paper, or
 *     of the whole portrait, are darker
 * @param glare share of the paper, or of the face's place, in the largest patch without any drawing
 *     left, 0 to 1
 * @param softness width of the edges in the direction in which they are widest, in 800ths of the
 *     long side; about 1 for a sharp picture
 * @param paper share of the picture that the paper takes, 0 to 1; 0 when none stands out
 * @param sidesCut over how many sides of the picture the paper runs out of it
 * @param screen share of the picture in exactly one and the same shade, as only screens have it
 * @param faces how many faces there seem to be in a portrait
 * @param side which side of a card it seems to be
 * @param likeness 256 bits, hexadecimal, that hardly differ between two copies of one picture
 */
public record Measures(
    int width,
    int height,
    double brightness,
    double glare,
    double softness,
    double paper,
    int sidesCut,
    double screen,
    int faces,
    Side side,
    String likeness) {

  /** What a picture is meant to show; decides where is measured. */
  public enum Motif {
    PORTRAIT,
    PAPER
  }

  /** Of a card: a face and no machine lines, machine lines and no face, or neither for certain. */
  public enum Side {
    FRONT,
    BACK,
    UNCERTAIN
  }

  static final int LIKENESS_LETTERS = 64;

  byte[] written() {
    return ByteBuffer.allocate(5 * Integer.BYTES + 5 * Double.BYTES + LIKENESS_LETTERS)
        .putInt(width)
        .putInt(height)
        .putDouble(brightness)
        .putDouble(glare)
        .putDouble(softness)
        .putDouble(paper)
        .putInt(sidesCut)
        .putDouble(screen)
        .putInt(faces)
        .putInt(side.ordinal())
        .put(likeness.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  static Measures read(byte[] result) {
    var in = ByteBuffer.wrap(result);
    int width = in.getInt();
    int height = in.getInt();
    double brightness = in.getDouble();
    double glare = in.getDouble();
    double softness = in.getDouble();
    double paper = in.getDouble();
    int sidesCut = in.getInt();
    double screen = in.getDouble();
    int faces = in.getInt();
    var side = Side.values()[in.getInt()];
    var likeness = new byte[LIKENESS_LETTERS];
    in.get(likeness);
    return new Measures(
        width,
        height,
        brightness,
        glare,
        softness,
        paper,
        sidesCut,
        screen,
        faces,
        side,
        new String(likeness, StandardCharsets.US_ASCII));
  }
}
