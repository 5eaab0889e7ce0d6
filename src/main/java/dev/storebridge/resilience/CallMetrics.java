package dev.storebridge.resilience;

import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Urgency;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Counts calls and times waiting, by platform; an account is never a tag. */
final class CallMetrics {

  static final String OK = "ok";

  private final MeterRegistry registry;

  CallMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** One attempt, or one call that the guard refused; {@code outcome} from a small fixed set. */
  void called(Platform platform, String group, String outcome) {
    registry
        .counter(
            "storebridge.calls",
            "platform",
            word(platform),
            "group",
            group,
            "outcome",
            outcome.toLowerCase(Locale.ROOT))
        .increment();
  }

  /** How long an attempt waited for its turn. */
  void waited(Platform platform, Urgency urgency, long nanos) {
    registry
        .timer("storebridge.calls.wait", "platform", word(platform), "urgency", word(urgency))
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
