package vn.ansinh.identity;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Hostile and half-right text, the same in every run. */
final class RandomText {

  private static final String[] PIECES = {
    "Nguyễn",
    "Văn",
    "A",
    " ",
    "  ",
    "\u00A0",
    "0",
    "079190000017",
    "٣",
    "é",
    "Đ",
    "ø",
    "ß",
    "Ж",
    "名",
    "\u0000",
    "\u202E",
    "\u200B",
    "\uD800",
    "\uDC00",
    "😀",
    "👨‍👩‍👧",
    "\u0301",
    "'",
    "’",
    "-",
    ".",
    "@",
    "example.vn",
    "+84",
    "/",
    "1990",
    "<b>",
    "';--",
    "\n",
    "\t",
    "$1",
    "\\",
    "（",
    "１"
  };

  private RandomText() {}

  static List<String> samples(int count) {
    var random = new Random(1_645);
    return IntStream.range(0, count).mapToObj(_ -> sample(random)).toList();
  }

  private static String sample(Random random) {
    var text = new StringBuilder();
    int pieces = random.nextInt(random.nextInt(100) == 0 ? 2_000 : 12);
    for (int i = 0; i < pieces; i++) {
      if (random.nextInt(4) == 0) {
        text.append((char) random.nextInt(Character.MAX_VALUE + 1));
      } else {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString();
  }
}
