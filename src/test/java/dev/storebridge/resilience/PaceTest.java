package dev.storebridge.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long MILLI = 1_000_000L;

  @Property(tries = 200)
  void aPlatformNeverCountsMoreThanTheRateInAnySecond(
      @ForAll @IntRange(min = 1, max = 40) int rate,
      @ForAll @LongRange(min = 0, max = 60) long latestMillis,
      @ForAll Random random) {
    List<Long> left = run(new Pace(rate), 400, latestMillis, random);

    assertThat(mostWithin(left, SECOND + 10 * MILLI)).isLessThanOrEqualTo(rate);
  }

  @Property(tries = 100)
  void aFractionalRateIsKeptOverItsLongerWindow(
      @ForAll @DoubleRange(min = 0.2, max = 20) double rate, @ForAll Random random) {
    List<Long> left = run(new Pace(rate), 200, 5, random);
    int windowful = (int) Math.max(1, Math.round(rate));

    assertThat(mostWithin(left, (long) (windowful / rate * SECOND))).isLessThanOrEqualTo(windowful);
  }

  @Property(tries = 50)
  void nearlyAllOfTheRateIsUsedWhenThereIsEnoughToDo(
      @ForAll @IntRange(min = 1, max = 40) int rate, @ForAll Random random) {
    List<Long> left = run(new Pace(rate), 200 * rate, 3, random);
    double seconds = (left.getLast() - left.get(rate)) / (double) SECOND;

    assertThat((left.size() - 1 - rate) / seconds).isBetween(0.97 * rate, (double) rate);
  }

  @Property(tries = 100)
  void holdsWhileTheRateChanges(@ForAll Random random) {
    Pace pace = new Pace(10);
    List<Long> left = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < 300; i++) {
      pace.rate(1 + random.nextInt(10));
      now = leaveWhenDue(pace, now + random.nextLong(3 * MILLI));
      left.add(now);
    }

    assertThat(mostWithin(left, SECOND)).isLessThanOrEqualTo(10);
  }

  @Test
  void spreadsRequestsEvenly() {
    Pace pace = new Pace(5);
    pace.leaves(0);

    assertThat(pace.waitNanos(0)).isBetween(200 * MILLI, 225 * MILLI);
    assertThat(pace.waitNanos(100 * MILLI)).isBetween(100 * MILLI, 125 * MILLI);
    assertThat(pace.waitNanos(SECOND)).isZero();
  }

  @Property(tries = 200)
  void requestsThatAreHeldUpOnTheirWayAreCountedWhenTheyArrive(
      @ForAll @IntRange(min = 1, max = 20) int rate, @ForAll Random random) {
    Pace pace = new Pace(rate);
    List<Long> arrived = new ArrayList<>();
    long now = 0;
    pace.answered(-1, MILLI);
    for (int i = 0; i < 200; i++) {
      now = leaveWhenDue(pace, now + random.nextLong(MILLI));
      long took = MILLI + (random.nextInt(20) == 0 ? random.nextLong(40 * MILLI) : 0);
      pace.answered(now, took);
      arrived.add(now + took);
    }
    arrived.sort(null);

    assertThat(mostWithin(arrived, SECOND)).isLessThanOrEqualTo(rate);
  }

  @Test
  void neverWaitsWithoutALimit() {
    Pace pace = new Pace(Pace.NONE);
    pace.leaves(0);

    assertThat(pace.waitNanos(0)).isZero();
  }

  private static List<Long> run(Pace pace, int requests, long latestMillis, Random random) {
    List<Long> left = new ArrayList<>();
    long now = random.nextLong();
    for (int i = 0; i < requests; i++) {
      now = leaveWhenDue(pace, now + random.nextLong(latestMillis * MILLI + 1));
      left.add(now);
    }
    return left;
  }

  private static long leaveWhenDue(Pace pace, long now) {
    long then = now + pace.waitNanos(now);
    pace.leaves(then);
    return then;
  }

  private static int mostWithin(List<Long> times, long window) {
    int most = 0;
    int from = 0;
    for (int to = 0; to < times.size(); to++) {
      while (times.get(to) - times.get(from) >= window) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }
}
