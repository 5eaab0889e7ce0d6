package dev.storebridge.given;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** A day on which platforms misbehave: the catalogue is live before it and has to be after it. */
public final class BadDay {

  private static final String API = "/api/connections/" + Merchant.CONNECTION;

  private final Merchant merchant =
      new Merchant(SandboxPlatforms.address("storebridge.public-url"));
  private final Platforms platforms =
      new Platforms(
          merchant,
          SandboxPlatforms.address(SandboxPlatforms.TIKTOK),
          SandboxPlatforms.address(SandboxPlatforms.SHOPIFY));

  public Merchant merchant() {
    return merchant;
  }

  public Platforms platforms() {
    return platforms;
  }

  /** All is well: the whole catalogue is live. */
  public void begins() {
    platforms.heal();
    merchant.connect();
    if (merchant.listings("").isEmpty()) {
      merchant.importAll();
    }
  }

  /** Nothing is left of it: after one more import everything is live, once, without a problem. */
  public void isOver() {
    platforms.heal();
    merchant.importAll();
    platforms.awaitAllLiveOnce();
    assertThat(merchant.unsound()).isEmpty();
  }

  /** An import stands still with an explained problem, without hammering, and goes on by itself. */
  public void importGoesOnAfter(String code) {
    long before = platforms.calls();
    merchant.post(API + "/import");
    JsonNode problem = platforms.awaitProblem("account", code);
    assertThat(problem.path("cause").asText()).isNotBlank();
    assertThat(problem.path("fix").asText()).isNotBlank();
    assertThat(platforms.calls() - before).as("calls in vain").isLessThan(150);
    assertThat(merchant.get(API + "/import").path("finished").asBoolean()).isFalse();
    platforms.heal();
    JsonNode end = merchant.awaitImport();
    assertThat(end.path("failed").asInt()).isZero();
    platforms.awaitAllLiveOnce();
  }
}
