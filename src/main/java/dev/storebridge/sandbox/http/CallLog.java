package dev.storebridge.sandbox.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The calls that arrived: counts of all, details of the last ones. Holds no tokens and no bodies.
 *
 * @param <C> what a platform notes of a call
 */
public final class CallLog<C extends CallLog.Noted> {

  /** A call that arrived. */
  public interface Noted {
    /** What was asked for; calls are counted by it. */
    String operation();
  }

  private static final int KEPT = 5_000;

  private final Map<String, Long> counts = new TreeMap<>();
  private final Deque<C> last = new ArrayDeque<>();

  /** Notes a call. */
  public synchronized void add(C call) {
    counts.merge(call.operation(), 1L, Long::sum);
    last.addLast(call);
    if (last.size() > KEPT) {
      last.removeFirst();
    }
  }

  /** How many calls of the operation arrived. */
  public synchronized long count(String operation) {
    return counts.getOrDefault(operation, 0L);
  }

  /** How many calls of each operation arrived. */
  public synchronized Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }

  /** The last calls in the order of their arrival, at most so many. */
  public synchronized List<C> last(int most) {
    return last.stream().skip(Math.max(0, last.size() - most)).toList();
  }

  /** Forgets every call. */
  public synchronized void clear() {
    counts.clear();
    last.clear();
  }
}
