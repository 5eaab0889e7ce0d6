package dev.storebridge.tiktokshop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Cuts what is asked for into parts that TikTok takes at once. */
final class Chunks {

  private Chunks() {}

  /** Parts of at most {@code size}, each value once. */
  static List<List<String>> of(Collection<String> values, int size) {
    List<String> distinct = List.copyOf(new LinkedHashSet<>(values));
    List<List<String>> chunks = new ArrayList<>();
    for (int from = 0; from < distinct.size(); from += size) {
      chunks.add(distinct.subList(from, Math.min(from + size, distinct.size())));
    }
    return chunks;
  }
}
