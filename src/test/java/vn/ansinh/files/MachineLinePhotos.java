package vn.ansinh.files;

import java.util.Random;
import java.util.SplittableRandom;
import vn.ansinh.reading.SpecimenHolder;

/** Photos of specimens of card backs of which is known what they say; the same in every run. */
final class MachineLinePhotos {

  record Shot(Kind kind, byte[] jpeg, String lines) {}

  /** What is done to them. */
  enum Kind {
    GOOD,
    ON_ITS_HEAD,
    TILTED,
    FAR,
    SOFT,
    DIM,
    NOISY,
    GLARE,
    BLURRED;

    /** What a person reads without effort. */
    boolean isReadable() {
      return compareTo(NOISY) <= 0;
    }
  }

  private MachineLinePhotos() {}

  static Shot shot(int number) {
    var random = new Random(new SplittableRandom(number * 7919L).nextLong());
    var kind = Kind.values()[number % Kind.values().length];
    var lines = SpecimenHolder.random(random).lines();
    var back = SpecimenBacks.back(lines, random);
    double share =
        kind == Kind.FAR ? 0.45 + 0.1 * random.nextDouble() : 0.6 + 0.2 * random.nextDouble();
    var camera =
        new Camera(1600, 1200, random)
            .table()
            .paper(back, share, 0.5, 0.5, turn(kind, random))
            .lit(
                kind == Kind.DIM
                    ? 0.35 + 0.15 * random.nextDouble()
                    : 0.7 + 0.3 * random.nextDouble());
    spoil(kind, camera, random);
    double noise = kind == Kind.NOISY ? 12 + 6 * random.nextDouble() : 2 + 5 * random.nextDouble();
    return new Shot(kind, camera.shot(noise, 0.80 + 0.15 * random.nextDouble()), lines);
  }

  private static double turn(Kind kind, Random random) {
    double little = 8 * (random.nextDouble() - 0.5);
    return switch (kind) {
      case ON_ITS_HEAD -> 180 + little;
      case TILTED -> (random.nextBoolean() ? 1 : -1) * (10 + 15 * random.nextDouble());
      default -> little;
    };
  }

  private static void spoil(Kind kind, Camera camera, Random random) {
    switch (kind) {
      case SOFT -> camera.blurred(1 + 0.8 * random.nextDouble());
      case BLURRED -> camera.blurred(2.5 + 3 * random.nextDouble());
      case GLARE ->
          camera.glare(
              0.3 + 0.4 * random.nextDouble(),
              0.55 + 0.15 * random.nextDouble(),
              0.06 + 0.06 * random.nextDouble());
      default -> camera.blurred(0.6);
    }
  }
}
