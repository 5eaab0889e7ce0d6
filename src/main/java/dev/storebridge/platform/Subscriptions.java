package dev.storebridge.platform;

import java.util.List;

/**
 * Which changes an account of a platform tells us of by itself. Every method but the first two
 * throws {@link PlatformException} when the account cannot or will not answer, and runs behind its
 * guard.
 */
public interface Subscriptions {

  Platform platform();

  /** What we want to be told of, one subscription each. */
  List<String> topics();

  /** Everything that this account tells, also to others where the platform shows that. */
  List<Subscription> list(Account account);

  /**
   * Subscribes to a topic.
   *
   * @return the subscription's id
   * @throws PlatformException with {@link Failure#ADOPT_EXISTING} when it is there already
   */
  String create(Account account, String topic, Destination destination);

  /**
   * Switches a subscription on and lets it be sound, at this destination.
   *
   * @throws PlatformException with {@link Failure#REPLAN} when it is gone
   */
  void change(Account account, Subscription present, Destination destination);

  /** Ends a subscription; one that is gone already is no fault. */
  void remove(Account account, Subscription present);
}
