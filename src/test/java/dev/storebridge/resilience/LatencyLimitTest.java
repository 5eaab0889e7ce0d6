package dev.storebridge.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatencyLimitTest {

  private static final int MOST = 4;

  private final LatencyLimit limit = new LatencyLimit();

  @Test
  void takesOneAwayAfterARunOfSlowAnswersAndNeverTheLast() {
    answers(9, Duration.ofSeconds(3));
    assertThat(limit.limit(MOST)).isEqualTo(4);
    answers(1, Duration.ofSeconds(3));
    assertThat(limit.limit(MOST)).isEqualTo(3);
    answers(100, Duration.ofSeconds(3));
    assertThat(limit.limit(MOST)).isEqualTo(1);
  }

  @Test
  void givesBackWhenAnswersAreQuickAgain() {
    answers(40, Duration.ofSeconds(3));
    answers(50, Duration.ofMillis(400));
    assertThat(limit.limit(MOST)).isEqualTo(4);
  }

  @Test
  void aSingleSlowAnswerChangesNothing() {
    answers(9, Duration.ofMillis(400));
    answers(1, Duration.ofSeconds(9));
    assertThat(limit.limit(MOST)).isEqualTo(4);
  }

  @Test
  void staysWhereAnswersAreNeitherSlowNorQuick() {
    answers(10, Duration.ofSeconds(3));
    answers(50, Duration.ofMillis(1_500));
    assertThat(limit.limit(MOST)).isEqualTo(3);
  }

  private void answers(int times, Duration each) {
    for (int i = 0; i < times; i++) {
      limit.answered(each.toNanos(), MOST);
    }
  }
}
