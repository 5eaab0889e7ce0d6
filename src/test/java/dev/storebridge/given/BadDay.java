package dev.storebridge.given;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** A day on which platforms misbehave: the catalogue is live before it and has to be after it. */
public final class BadDay {

  private static final String API = "/api/connections/" + Merchant.CONNECTION;

  private final Merchant merchant =
      new Merchant(SandboxPlatforms.address("storebridge.public-url"));
  private final Platforms platforms;

  /** With the Shopify store. */
  public BadDay() {
    this(SandboxPlatforms.SHOPIFY);
  }

  /**
   * With another store.
   *
   * @param store the property that holds its address
   */
  public BadDay(String store) {
    platforms =
        new Platforms(
            merchant,
            SandboxPlatforms.address(SandboxPlatforms.TIKTOK),
            SandboxPlatforms.address(store));
  }

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

  /**
   * An import stands still with an explained problem at once; when the fault is over, the merchant
   * asks for another try, and it goes on.
   */
  public JsonNode importGoesOnWhenAskedAfter(String code) {
    merchant.post(API + "/import");
    JsonNode problem = explained(code);
    platforms.heal();
    retry(problem);
    return goneOn(problem);
  }

  /** The explained problem of an import that stands still. */
  public JsonNode explained(String code) {
    JsonNode problem = platforms.awaitProblem("account", code);
    assertThat(problem.path("cause").asText()).isNotBlank();
    assertThat(problem.path("fix").asText()).isNotBlank();
    assertThat(merchant.get(API + "/import").path("finished").asBoolean()).isFalse();
    return problem;
  }

  /** Asks for another try. */
  public void retry(JsonNode problem) {
    merchant.post(API + "/problems/" + problem.path("id").asText() + "/retry");
  }

  private JsonNode goneOn(JsonNode problem) {
    JsonNode end = merchant.awaitImport();
    assertThat(end.path("failed").asInt()).isZero();
    platforms.awaitAllLiveOnce();
    return problem;
  }

  /** An import stands still with an explained problem, without hammering, and goes on by itself. */
  public JsonNode importGoesOnAfter(String code) {
    long before = platforms.calls();
    merchant.post(API + "/import");
    JsonNode problem = explained(code);
    assertThat(platforms.calls() - before).as("calls in vain").isLessThan(150);
    platforms.heal();
    return goneOn(problem);
  }
}
