package dev.storebridge.connect;

import dev.storebridge.connect.SubscriptionPlan.Knowledge;
import dev.storebridge.connect.SubscriptionPlan.Step;
import dev.storebridge.platform.Account;
import dev.storebridge.platform.Destination;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Subscriptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One look at an account and the calls that are missing. Looks again where its picture was old; a
 * topic that is refused does not keep the others from being registered.
 */
final class SubscriptionRepair {
  private static final int LOOKS = 3;

  private final Subscriptions platform;
  private final Account account;
  private final Destination destination;
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Map<String, PlatformException> refused = new LinkedHashMap<>();
  private final List<String> repaired = new ArrayList<>();
  private boolean stale;

  SubscriptionRepair(Subscriptions platform, Account account, Destination destination) {
    this.platform = platform;
    this.account = account;
    this.destination = destination;
  }

  /**
   * Brings the account in line as far as it lets us.
   *
   * @throws PlatformException when it cannot be looked at, or answers no more
   */
  void run(Knowledge knowledge) {
    Knowledge known = knowledge;
    for (int look = 1; look <= LOOKS; look++) {
      stale = false;
      ids.clear();
      refused.clear();
      SubscriptionPlan.of(platform.topics(), platform.list(account), known).forEach(this::carryOut);
      if (!stale) {
        return;
      }
      // What was written a moment ago has our secret.
      known = new Knowledge(knowledge.url(), knowledge.ids(), false);
    }
  }

  private void carryOut(Step step) {
    try {
      switch (step) {
        case Step.Keep keep -> ids.put(keep.topic(), keep.present().id());
        case Step.Create create ->
            made(create, platform.create(account, create.topic(), destination));
        case Step.Change change -> {
          platform.change(account, change.present(), destination);
          made(change, change.present().id());
        }
        case Step.Remove remove -> platform.remove(account, remove.present());
      }
    } catch (PlatformException fault) {
      failed(step, fault);
    }
  }

  private void made(Step step, String id) {
    ids.put(step.topic(), id);
    repaired.add(step.topic());
  }

  private void failed(Step step, PlatformException fault) {
    boolean old = fault.failure() == Failure.ADOPT_EXISTING || fault.failure() == Failure.REPLAN;
    if (!old && fault.failure().retryable()) {
      throw fault;
    }
    stale |= old;
    refused.put(step.topic(), fault);
  }

  /** The topics that were registered, switched on or moved. */
  List<String> repaired() {
    return List.copyOf(repaired);
  }

  /** Why topics are not told, by topic; empty when all are. */
  Map<String, Explanation> refusals() {
    Map<String, Explanation> explained = new LinkedHashMap<>();
    refused.forEach((topic, fault) -> explained.put(topic, fault.explanation()));
    return explained;
  }

  /** The platform's id of a topic's subscription. */
  Optional<String> id(String topic) {
    return Optional.ofNullable(ids.get(topic));
  }
}
