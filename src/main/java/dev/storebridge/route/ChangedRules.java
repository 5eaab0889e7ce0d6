package dev.storebridge.route;

import dev.storebridge.sync.rules.FollowRules;
import dev.storebridge.sync.rules.RuleWatch;
import dev.storebridge.work.Claim;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Finds out that rules changed, and what they touch. */
@ApplicationScoped
@Named("changedRules")
@RegisterForReflection
public class ChangedRules {

  private final RuleWatch watch;
  private final FollowRules following;

  public ChangedRules(RuleWatch watch, FollowRules following) {
    this.watch = watch;
    this.following = following;
  }

  public void watch() {
    watch.keep();
  }

  public void follow(Claim claim) {
    following.read(claim);
  }
}
