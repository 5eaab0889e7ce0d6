package dev.storebridge.connect;

import dev.storebridge.platform.Subscription;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is missing for an account to tell us of every topic once, at our address. What somebody else
 * subscribed to is left alone.
 */
final class SubscriptionPlan {
  private SubscriptionPlan() {}

  /** What is to be done about one topic. */
  sealed interface Step {
    String topic();

    /** It is as it should be. */
    record Keep(Subscription present) implements Step {
      @Override
      public String topic() {
        return present.topic();
      }
    }

    /** It was dropped, or never there. */
    record Create(String topic) implements Step {}

    /** It is switched off, too wide, or sends elsewhere. */
    record Change(Subscription present) implements Step {
      @Override
      public String topic() {
        return present.topic();
      }
    }

    /** It is ours and one too many. */
    record Remove(Subscription present) implements Step {
      @Override
      public String topic() {
        return present.topic();
      }
    }
  }

  /**
   * What is known before the account is asked.
   *
   * @param ids of subscriptions that we made, wherever they send to
   * @param rewrite whether all of ours are to be written anew: their secret changed
   */
  record Knowledge(URI url, Set<String> ids, boolean rewrite) {}

  /** The steps for these topics; each is named once, removals apart. */
  static List<Step> of(List<String> topics, List<Subscription> present, Knowledge knowledge) {
    String url = knowledge.url().toString();
    List<Subscription> ours =
        present.stream()
            .filter(one -> one.url().equals(url) || knowledge.ids().contains(one.id()))
            .sorted(Comparator.comparing(one -> !inLine(one, url)))
            .toList();
    Set<String> open = new HashSet<>(topics);
    List<Step> steps = new ArrayList<>();
    for (Subscription one : ours) {
      if (!open.remove(one.topic())) {
        steps.add(new Step.Remove(one));
      } else if (inLine(one, url) && !knowledge.rewrite()) {
        steps.add(new Step.Keep(one));
      } else {
        steps.add(new Step.Change(one));
      }
    }
    topics.stream().filter(open::contains).map(Step.Create::new).forEach(steps::add);
    return List.copyOf(steps);
  }

  private static boolean inLine(Subscription one, String url) {
    return one.sound() && one.url().equals(url);
  }
}
