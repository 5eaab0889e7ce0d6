package dev.storebridge.route;

import dev.storebridge.connect.SubscriptionRounds;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Keeps the platforms' promises to tell us of changes alive. */
@ApplicationScoped
@Named("webhookSubscriptions")
@RegisterForReflection
public class WebhookSubscriptions {

  private final SubscriptionRounds rounds;

  public WebhookSubscriptions(SubscriptionRounds rounds) {
    this.rounds = rounds;
  }

  public void check() {
    rounds.checkDue();
  }
}
