package dev.storebridge.ingress;

import dev.storebridge.ingress.Senders.Candidate;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.WebhookEvent;
import dev.storebridge.platform.WebhookEvent.Subject;
import dev.storebridge.platform.WebhookRequest;
import dev.storebridge.platform.Webhooks;
import dev.storebridge.work.SignalIntake;
import dev.storebridge.work.SignalIntake.Addressee;
import dev.storebridge.work.SignalIntake.Arrival;
import dev.storebridge.work.SignalIntake.NotKept;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** One webhook from its bytes to its answer. */
@ApplicationScoped
class Intake {

  private static final Logger LOG = Logger.getLogger(Intake.class);
  private static final Pattern DELIVERY_ID = Pattern.compile("[\\x21-\\x7e]{1,64}");

  private final Map<Platform, Webhooks> platforms = new EnumMap<>(Platform.class);
  private final Senders senders;
  private final SignalIntake signals;
  private final IntakeMetrics metrics;
  private volatile boolean open;

  Intake(
      @Any Instance<Webhooks> platforms,
      Senders senders,
      SignalIntake signals,
      IntakeMetrics metrics) {
    platforms.forEach(platform -> this.platforms.put(platform.platform(), platform));
    this.senders = senders;
    this.signals = signals;
    this.metrics = metrics;
  }

  /** Last of all that starts: before the merchants are known, nobody's signature can be judged. */
  void open(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
    open = true;
  }

  /**
   * Verifies, keeps, and says how to answer. Blocks until that is durable.
   *
   * @param place the store that the address names, empty where the address serves all
   */
  Verdict receive(Platform platform, Optional<String> place, WebhookRequest request) {
    try {
      return open ? judged(platform, place, request) : counted(platform, Verdict.NOT_KEPT);
    } catch (NotKept | RuntimeException e) {
      LOG.warnf("A webhook of %s could not be kept: %s", platform, e.getMessage());
      return counted(platform, Verdict.NOT_KEPT);
    }
  }

  private Verdict judged(Platform platform, Optional<String> place, WebhookRequest request)
      throws NotKept {
    Webhooks webhooks = platforms.get(platform);
    List<Candidate> candidates = senders.of(platform, place, webhooks.sender(request));
    if (!candidates.isEmpty() && webhooks.ping(request)) {
      return counted(platform, Verdict.IGNORED);
    }
    List<Candidate> proved =
        candidates.stream()
            .filter(candidate -> webhooks.genuine(request, candidate.key()))
            .toList();
    if (proved.isEmpty()) {
      return counted(platform, Verdict.REFUSED);
    }
    Arrival arrival = arrival(platform, webhooks, request);
    List<Addressee> addressees = senders.addressees(platform, proved, arrival.event());
    if (addressees.isEmpty()) {
      return counted(platform, Verdict.REFUSED);
    }
    signals.keep(arrival, addressees);
    metrics.received(platform, arrival.event().subject(), Verdict.KEPT);
    return Verdict.KEPT;
  }

  private Verdict counted(Platform platform, Verdict verdict) {
    metrics.received(platform, Subject.OTHER, verdict);
    return verdict;
  }

  private static Arrival arrival(Platform platform, Webhooks webhooks, WebhookRequest request) {
    String hash = sha256(request.body());
    WebhookEvent event = webhooks.read(request);
    return new Arrival(platform, recognisable(event, hash), hash, request.body().length);
  }

  /** What has no delivery id, or one that is no id, is known by its topic and bytes. */
  private static WebhookEvent recognisable(WebhookEvent event, String hash) {
    String given = event.deliveryId();
    String id =
        DELIVERY_ID.matcher(given).matches()
            ? given
            : sha256((event.topic() + given + hash).getBytes(StandardCharsets.UTF_8));
    return new WebhookEvent(
        event.account(),
        event.topic(),
        event.subject(),
        event.refs(),
        event.urgency(),
        id,
        event.happenedAt());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
