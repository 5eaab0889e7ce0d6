package dev.storebridge.route;

import dev.storebridge.connect.TokenRefresh;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Renews tokens before they end. */
@ApplicationScoped
@Named("grants")
@RegisterForReflection
public class Grants {

  private final TokenRefresh refresh;

  public Grants(TokenRefresh refresh) {
    this.refresh = refresh;
  }

  public void refreshDue() {
    refresh.refreshDue();
  }
}
