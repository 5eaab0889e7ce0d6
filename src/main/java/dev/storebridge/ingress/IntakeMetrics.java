package dev.storebridge.ingress;

import dev.storebridge.platform.Platform;
import dev.storebridge.platform.WebhookEvent.Subject;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;

/** Counts webhooks and times their answers, by platform; an account is never a tag. */
@ApplicationScoped
class IntakeMetrics {

  private static final Duration[] STEPS = {
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(200),
    Duration.ofSeconds(1),
    Duration.ofSeconds(3)
  };

  private final MeterRegistry registry;

  IntakeMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** One webhook that was judged. */
  void received(Platform platform, Subject subject, Verdict verdict) {
    registry
        .counter(
            "storebridge.webhooks",
            "platform",
            word(platform),
            "subject",
            word(subject),
            "outcome",
            word(verdict))
        .increment();
  }

  /** From the last byte of a request to its answer. */
  void answered(Platform platform, long nanos) {
    Timer.builder("storebridge.webhooks.intake")
        .tag("platform", word(platform))
        .serviceLevelObjectives(STEPS)
        .register(registry)
        .record(Duration.ofNanos(nanos));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
