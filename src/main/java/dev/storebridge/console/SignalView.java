package dev.storebridge.console;

import dev.storebridge.work.Signal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A received signal as the API shows it: its envelope, what it is about, its body's hash. */
@RegisterForReflection
record SignalView(
    String id,
    String platform,
    String account,
    String topic,
    String subject,
    List<String> refs,
    String deliveryId,
    Instant happenedAt,
    Instant receivedAt,
    String bodyHash,
    int bodySize) {

  static SignalView of(Signal signal) {
    return new SignalView(
        signal.id(),
        word(signal.platform()),
        signal.event().account(),
        signal.event().topic(),
        word(signal.event().subject()),
        signal.event().refs(),
        signal.event().deliveryId(),
        signal.event().happenedAt().orElse(null),
        signal.receivedAt(),
        signal.bodyHash(),
        signal.bodySize());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
