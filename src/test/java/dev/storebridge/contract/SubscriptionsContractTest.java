package dev.storebridge.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.platform.Account;
import dev.storebridge.platform.Destination;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.Subscription;
import dev.storebridge.platform.Subscriptions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every platform's subscriptions promise, tried over real HTTP against its sandbox. */
public abstract class SubscriptionsContractTest {

  /** Where nobody listens: none of these tests waits for a webhook. */
  protected static final Destination HERE =
      new Destination(
          URI.create("http://127.0.0.1:9/webhooks/in"), Optional.of(new Secret("5ec2e7")));

  private static final Destination ELSEWHERE =
      new Destination(
          URI.create("http://127.0.0.1:9/moved/in"), Optional.of(new Secret("0ther5ec2e7")));

  protected abstract Subscriptions subscriptions();

  protected abstract Account account();

  /** What is documented, and what we want to be told of. */
  protected abstract List<String> expectedTopics();

  /** Takes away what is needed to subscribe to the topic. */
  protected abstract void forbid(String topic);

  @Test
  void wantsTheDocumentedTopics() {
    assertThat(subscriptions().topics()).containsExactlyInAnyOrderElementsOf(expectedTopics());
  }

  @Test
  void everyTopicCanBeSubscribedToAndIsListedAsSound() {
    for (String topic : subscriptions().topics()) {
      String id = subscriptions().create(account(), topic, HERE);
      assertThat(listed()).contains(new Subscription(id, topic, HERE.url().toString(), true));
    }
    assertThat(listed()).hasSameSizeAs(subscriptions().topics());
  }

  @Test
  void whatIsThereAlreadyIsSaidToBeThereOrMadeAgain() {
    String topic = topic();
    subscriptions().create(account(), topic, HERE);
    try {
      subscriptions().create(account(), topic, HERE);
    } catch (PlatformException e) {
      assertThat(e.failure()).isEqualTo(Failure.ADOPT_EXISTING);
    }
    assertThat(listed()).isNotEmpty();
  }

  @Test
  void aSubscriptionMovesToAnotherDestination() {
    subscriptions().create(account(), topic(), HERE);
    Subscription present = listed().getFirst();
    subscriptions().change(account(), present, ELSEWHERE);
    assertThat(listed())
        .containsExactly(
            new Subscription(present.id(), present.topic(), ELSEWHERE.url().toString(), true));
  }

  @Test
  void aRemovedOneIsGoneAndRemovingItAgainIsNoFault() {
    subscriptions().create(account(), topic(), HERE);
    Subscription present = listed().getFirst();
    subscriptions().remove(account(), present);
    assertThat(listed()).isEmpty();
    assertThatCode(() -> subscriptions().remove(account(), present)).doesNotThrowAnyException();
  }

  @Test
  void changingOneThatIsGoneAsksForAFreshLookOrMakesItAnew() {
    subscriptions().create(account(), topic(), HERE);
    Subscription present = listed().getFirst();
    subscriptions().remove(account(), present);
    try {
      subscriptions().change(account(), present, HERE);
      assertThat(listed()).hasSize(1);
    } catch (PlatformException e) {
      assertThat(e.failure()).isEqualTo(Failure.REPLAN);
    }
  }

  @Test
  void aMissingPermissionIsExplained() {
    forbid(topic());
    PlatformException refusal = refusal(() -> subscriptions().create(account(), topic(), HERE));
    assertThat(refusal.failure()).isEqualTo(Failure.RE_AUTHORISE);
    assertThat(refusal.explanation().cause()).isNotBlank();
    assertThat(refusal.explanation().fix()).isNotBlank();
  }

  private static PlatformException refusal(ThrowingCallable call) {
    return catchThrowableOfType(PlatformException.class, call);
  }

  protected final List<Subscription> listed() {
    return subscriptions().list(account());
  }

  private String topic() {
    return subscriptions().topics().getFirst();
  }
}
