package dev.storebridge.resilience;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.QuotaBook;
import dev.storebridge.platform.Urgency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An account's calls per day (UTC), taken from the {@link QuotaBook} in blocks so that few calls
 * ask the database. Content and new listings leave a tenth of the day to orders, stock and prices.
 * What is left of a block when the service stops is lost for the day: at most a two-hundredth.
 */
final class Allowance {

  private static final int LARGEST_BLOCK = 50;
  private static final int BLOCKS_OF_A_DAY = 200;
  private static final double SHARE_OF_THE_PATIENT = 0.9;

  private final AccountId account;
  private final QuotaBook book;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private Block urgent = Block.NONE;
  private Block patient = Block.NONE;

  Allowance(AccountId account, QuotaBook book, Clock clock) {
    this.account = account;
    this.book = book;
    this.clock = clock;
  }

  /**
   * Takes one call of the day.
   *
   * @throws PlatformException {@code WAIT_UNTIL} the next day when it is used up
   */
  void take(int perDay, Urgency urgency) {
    boolean waits = urgency.compareTo(Urgency.CONTENT) >= 0;
    int limit = waits ? (int) (perDay * SHARE_OF_THE_PATIENT) : perDay;
    lock.lock();
    try {
      Block block = filled(waits ? patient : urgent, limit);
      Block rest = block.left() > 0 ? block.lessOne() : block;
      if (waits) {
        patient = rest;
      } else {
        urgent = rest;
      }
      if (block.left() == 0) {
        throw usedUp();
      }
    } finally {
      lock.unlock();
    }
  }

  private Block filled(Block block, int limit) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    boolean current = today.equals(block.day()) && limit == block.limit();
    if (current && (block.left() > 0 || block.last())) {
      return block;
    }
    int wanted = Math.clamp(limit / BLOCKS_OF_A_DAY, 1, LARGEST_BLOCK);
    int granted = book.take(account, today, wanted, limit);
    return new Block(today, limit, granted, granted == 0);
  }

  private PlatformException usedUp() {
    Instant now = clock.instant();
    LocalDate tomorrow = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    Instant midnight = tomorrow.atStartOfDay(ZoneOffset.UTC).toInstant();
    return PlatformException.of(
            Failure.WAIT_UNTIL,
            account,
            Explanation.of(
                "day-used-up",
                "The calls that the rules allow per day are used up",
                "limits.requests-per-day",
                "Nothing to do: it goes on tomorrow. Or allow more calls per day."))
        .retryAfter(Duration.between(now, midnight));
  }

  /** What was taken ahead; {@code last} when the book had nothing more. */
  private record Block(LocalDate day, int limit, int left, boolean last) {

    static final Block NONE = new Block(LocalDate.MIN, 0, 0, false);

    Block lessOne() {
      return new Block(day, limit, left - 1, last);
    }
  }
}
