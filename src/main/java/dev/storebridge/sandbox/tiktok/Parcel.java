package dev.storebridge.sandbox.tiktok;

import java.util.List;

/** What was given to a carrier together. */
final class Parcel {

  final String id;
  final List<OrderLine> lines;
  final long shippedAt;
  String provider;
  String tracking;
  int changes;

  Parcel(String id, List<OrderLine> lines, String provider, String tracking, long shippedAt) {
    this.id = id;
    this.lines = List.copyOf(lines);
    this.provider = provider;
    this.tracking = tracking;
    this.shippedAt = shippedAt;
  }
}
