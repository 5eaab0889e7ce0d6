package dev.storebridge.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.connect.SubscriptionPlan.Knowledge;
import dev.storebridge.connect.SubscriptionPlan.Step;
import dev.storebridge.platform.Subscription;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriptionPlanTest {

  private static final String HERE = "https://here.example/webhooks/shopify";
  private static final Knowledge KNOWN = new Knowledge(URI.create(HERE), Set.of("7"), false);

  @Test
  void whatIsMissingIsRegisteredAndWhatIsSoundIsKept() {
    Subscription sound = new Subscription("1", "a", HERE, true);
    assertThat(plan(KNOWN, sound)).containsExactly(new Step.Keep(sound), new Step.Create("b"));
  }

  @Test
  void whatIsSwitchedOffIsSwitchedOn() {
    Subscription off = new Subscription("1", "a", HERE, false);
    assertThat(plan(KNOWN, off)).contains(new Step.Change(off));
  }

  @Test
  void whatWeMadeMovesAlongAndWhatOthersMadeIsLeftAlone() {
    Subscription ours = new Subscription("7", "a", "https://before.example/in", true);
    Subscription others = new Subscription("8", "b", "https://other.example/in", true);
    assertThat(plan(KNOWN, ours, others))
        .containsExactly(new Step.Change(ours), new Step.Create("b"));
  }

  @Test
  void oneTooManyGoesAndTheSoundOneStays() {
    Subscription off = new Subscription("1", "a", HERE, false);
    Subscription sound = new Subscription("2", "a", HERE, true);
    assertThat(plan(KNOWN, off, sound)).contains(new Step.Keep(sound), new Step.Remove(off));
  }

  @Test
  void anotherSecretIsWrittenEverywhere() {
    Subscription sound = new Subscription("1", "a", HERE, true);
    Knowledge anew = new Knowledge(URI.create(HERE), Set.of(), true);
    assertThat(plan(anew, sound)).contains(new Step.Change(sound));
  }

  private static List<Step> plan(Knowledge knowledge, Subscription... present) {
    return SubscriptionPlan.of(List.of("a", "b"), List.of(present), knowledge);
  }
}
