package dev.storebridge.connect;

import dev.storebridge.platform.Explanation;
import dev.storebridge.work.Problem;
import dev.storebridge.work.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Tells people of changes that nobody tells us, and why, in each connection concerned. */
@ApplicationScoped
class SubscriptionProblems {
  private static final Logger LOG = Logger.getLogger(SubscriptionProblems.class);
  private static final int LONGEST_FIELD = 250;

  private final Problems problems;

  SubscriptionProblems(Problems problems) {
    this.problems = problems;
  }

  /** One problem a cause, with the topics that it keeps from us; none closes what was open. */
  void state(Watched watched, Map<String, Explanation> byTopic, Optional<Instant> nextTry) {
    List<Explanation> told = merged(byTopic);
    told.forEach(
        one ->
            LOG.warnf(
                "%s does not tell us of %s: %s %s %s",
                watched.account().account(), one.field(), one.code(), one.cause(), one.message()));
    watched.connections().forEach(id -> problems.state(subject(watched, id), told, nextTry));
  }

  private static Problem.Subject subject(Watched watched, String connectionId) {
    return new Problem.Subject(
        watched.storeId(),
        connectionId,
        Problem.Kind.ACCOUNT,
        "account/webhooks/" + watched.account().account());
  }

  private static List<Explanation> merged(Map<String, Explanation> byTopic) {
    Map<String, List<String>> topics = new LinkedHashMap<>();
    Map<String, Explanation> causes = new LinkedHashMap<>();
    byTopic.forEach(
        (topic, explanation) -> {
          topics.computeIfAbsent(explanation.code(), code -> new ArrayList<>()).add(topic);
          causes.putIfAbsent(explanation.code(), explanation);
        });
    return causes.values().stream().map(one -> told(one, topics.get(one.code()))).toList();
  }

  private static Explanation told(Explanation cause, List<String> topics) {
    String field = "webhooks: " + String.join(", ", topics);
    return new Explanation(
        cause.code(),
        cause.cause() + " So it does not tell us of all changes.",
        field.length() <= LONGEST_FIELD ? field : field.substring(0, LONGEST_FIELD) + "…",
        cause.fix(),
        cause.message());
  }
}
