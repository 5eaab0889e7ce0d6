package dev.storebridge.sandbox.catalogue;

import java.util.Locale;
import java.util.Map;

/** Colour words of the catalogue as RGB; an unknown word gets a steady colour of its own. */
final class Tints {

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("slate", 0x5b6770),
          Map.entry("oat", 0xd9c9a8),
          Map.entry("fern", 0x5f8a4f),
          Map.entry("charcoal", 0x3b3b3d),
          Map.entry("chalk", 0xece8df),
          Map.entry("pear green", 0xa9bf5a),
          Map.entry("plum", 0x6d3b5e),
          Map.entry("cream", 0xf1e4c3),
          Map.entry("rust", 0xa8502c),
          Map.entry("moss", 0x6b7340),
          Map.entry("ink", 0x24344d),
          Map.entry("sand", 0xd8bf94),
          Map.entry("teal", 0x2f7d7b),
          Map.entry("terracotta", 0xc0674a),
          Map.entry("mustard", 0xd3a12c),
          Map.entry("navy", 0x22335a),
          Map.entry("indigo", 0x35407a),
          Map.entry("ivory", 0xf3edda),
          Map.entry("honey", 0xdda63a),
          Map.entry("sage", 0x9aae8c),
          Map.entry("white", 0xf5f5f2),
          Map.entry("clear", 0xcfe3e6),
          Map.entry("smoke", 0x8d9296),
          Map.entry("tomato", 0xc9432f),
          Map.entry("pine", 0x2e5b45));

  private Tints() {}

  static int of(String word) {
    Integer known = WORDS.get(word.toLowerCase(Locale.ROOT));
    return known != null ? known : muted(word.hashCode());
  }

  private static int muted(int seed) {
    int red = 90 + Math.floorMod(seed, 120);
    int green = 80 + Math.floorMod(seed / 131, 120);
    int blue = 70 + Math.floorMod(seed / 17161, 120);
    return red << 16 | green << 8 | blue;
  }
}
