package dev.storebridge.resilience;

import dev.storebridge.resilience.Guards.Budget;

/**
 * What is left in the bucket of points that a platform keeps for an account, as its last answer
 * said, plus what has come back since, less what calls under way will take. Until the first answer
 * everything is let through. Not thread-safe.
 */
final class CostBucket {

  private static final double SECOND = 1e9;

  private Budget last;
  private long reportedAt;
  private double underWay;

  void report(Budget budget, long now) {
    last = budget;
    reportedAt = now;
  }

  /**
   * Nanoseconds until a call may take its points, 0 for now. One that costs more than a full bucket
   * goes when the bucket is full: the platform may judge it cheaper.
   */
  long waitNanos(double cost, long now) {
    if (last == null || last.restoredPerSecond() <= 0) {
      return 0;
    }
    double missing = Math.min(cost, last.maximum()) - available(now);
    return missing <= 0 ? 0 : (long) Math.ceil(missing / last.restoredPerSecond() * SECOND);
  }

  void take(double cost) {
    underWay += cost;
  }

  void giveBack(double cost) {
    underWay = Math.max(0, underWay - cost);
  }

  private double available(long now) {
    double restored = last.restoredPerSecond() * (now - reportedAt) / SECOND;
    return Math.min(last.maximum(), last.available() + restored) - underWay;
  }
}
