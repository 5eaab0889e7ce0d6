package dev.storebridge.sync.listing;

import dev.storebridge.work.ImportRun;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How far an import is.
 *
 * @param total products that the rules select; empty before the catalogue has been read
 * @param done products that the channel accepted or that needed nothing
 * @param failed products that were parked
 * @param finished when done and failed make up the total
 * @param etaSeconds at the pace so far; empty before there is one
 */
public record ImportProgress(
    OptionalInt total,
    int done,
    int failed,
    boolean finished,
    Instant startedAt,
    OptionalLong etaSeconds) {

  static ImportProgress of(ImportRun run, int done, int failed, Duration elapsed) {
    boolean finished = run.total().isPresent() && done + failed >= run.total().getAsInt();
    return new ImportProgress(
        run.total(),
        done,
        failed,
        finished,
        run.startedAt(),
        eta(run.total(), done + failed, elapsed));
  }

  private static OptionalLong eta(OptionalInt total, int ended, Duration elapsed) {
    if (total.isEmpty() || ended == 0) {
      return OptionalLong.empty();
    }
    long left = Math.max(0, total.getAsInt() - ended);
    return OptionalLong.of(Math.ceilDiv(left * elapsed.toMillis(), ended * 1000L));
  }
}
