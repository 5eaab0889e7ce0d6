package dev.storebridge.sandbox.tiktok;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The last calls, and counts of all of them by endpoint and by code. Memory is bounded. */
final class CallLog {

  private final int size;
  private final Deque<Call> last = new ArrayDeque<>();
  private final Map<String, Long> byEndpoint = new TreeMap<>();
  private final Map<Integer, Long> byCode = new TreeMap<>();
  private long total;

  CallLog(int size) {
    this.size = size;
  }

  synchronized void add(Call call) {
    total++;
    byEndpoint.merge(call.endpoint(), 1L, Long::sum);
    byCode.merge(call.code(), 1L, Long::sum);
    last.addLast(numbered(call));
    if (last.size() > size) {
      last.removeFirst();
    }
  }

  private Call numbered(Call call) {
    return new Call(
        total,
        call.arrivedNanos(),
        call.arrivedEpochNanos(),
        call.endpoint(),
        call.path(),
        call.shop(),
        call.status(),
        call.code(),
        call.tookNanos(),
        call.body());
  }

  synchronized List<Call> last(Predicate<Call> which) {
    List<Call> found = new ArrayList<>();
    last.forEach(
        call -> {
          if (which.test(call)) {
            found.add(call);
          }
        });
    return found;
  }

  synchronized Map<String, Long> byEndpoint() {
    return new TreeMap<>(byEndpoint);
  }

  synchronized Map<Integer, Long> byCode() {
    return new TreeMap<>(byCode);
  }

  synchronized long total() {
    return total;
  }

  synchronized void clear() {
    total = 0;
    last.clear();
    byEndpoint.clear();
    byCode.clear();
  }
}
