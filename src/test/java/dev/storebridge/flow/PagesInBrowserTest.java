package dev.storebridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Browser;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.Platforms;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.sandbox.page.SandboxPage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** The console and the sandbox page as a merchant uses them: in a real browser, by clicks alone. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class PagesInBrowserTest {

  private final String service = SandboxPlatforms.address("storebridge.public-url");
  private final String tiktok = SandboxPlatforms.address(SandboxPlatforms.TIKTOK);
  private final String shopify = SandboxPlatforms.address(SandboxPlatforms.SHOPIFY);
  private final Platforms platforms = new Platforms(new Merchant(service), tiktok, shopify);
  private SandboxPage sandbox;
  private Browser browser;

  @BeforeEach
  void openTheConsole() {
    browser = Browser.open();
    platforms.heal();
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("tiktok", tiktok);
    pages.put("shopify", shopify);
    sandbox = SandboxPage.start(0, pages);
    signIn();
    if (browser.shows("#connect-shop")) {
      consent();
    }
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
    if (sandbox != null) {
      sandbox.close();
    }
    platforms.heal();
  }

  private void signIn() {
    browser.go(service + "/connections/" + Merchant.CONNECTION);
    browser.await().until(() -> browser.shows("#sign-in"));
    browser.type("#token", Merchant.TOKEN);
    browser.click("#sign-in button");
    browser.await().until(() -> browser.text("#name").contains(Merchant.CONNECTION));
  }

  private void consent() {
    browser.click("#connect-shop");
    browser.click("[name=decision][value=approve], a[href*='decision=approve']");
    browser.go(service + "/connections/" + Merchant.CONNECTION);
    browser.await().until(() -> browser.text("#accounts").contains("connected"));
  }

  @Test
  void anImportRunsToItsEndAndEveryListingIsThereWithItsPicture() {
    browser.click("#import");
    awaitImported();
    int products = platforms.storeProducts().size();
    browser.await().until(() -> browser.all("#listings .state.live").size() == products);
    browser.one("#listings li:last-child").getLocation();
    assertThat(browser.count("#listings img", "!it.complete || it.naturalWidth > 0"))
        .isEqualTo(products);
    assertThat(browser.count("#listings img", "it.naturalWidth > 0")).isPositive();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aTitleEditedInTheSandboxPageIsOnTikTokAfterAnImport() {
    JsonNode product = platforms.storeProducts().get(5);
    browser.click("#import");
    awaitImported();
    editTitle(product.path("title").asText(), "Edited by hand in a browser");
    signInAgain();
    browser.click("#import");
    awaitImported();
    browser.await().until(() -> browser.text("#listings").contains("Edited by hand in a browser"));
    browser.go(sandbox.url());
    browser.await().until(() -> browser.text("#rows td:nth-child(4)").length() > 0);
    browser.type("#find", "Edited by hand");
    browser
        .await()
        .until(
            () ->
                browser.all("#rows tr").size() == 1
                    && browser
                        .text("#rows tr td:nth-child(4)")
                        .startsWith("Edited by hand in a browser"));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theWholeLifeOfAnOrderIsPlayedByClicks() {
    tellTheServiceOfOrders();
    browser.click("#import");
    awaitImported();
    browser.go(sandbox.url());
    browser.await().until(() -> browser.shows("#rows button.buy"));
    browser.type("#units", "2");
    browser.click("#rows button.buy");
    String row = "#orders tr:first-child ";
    browser.await().until(() -> browser.text("#orders").contains("ON_HOLD"));
    browser.press(row, "end the buyer’s hour");
    browser.await().until(() -> browser.text(row).contains("PAID, UNFULFILLED"));
    browser.press(row, "cancel one unit");
    browser.await().until(() -> browser.text(row).contains("PARTIALLY_REFUNDED"));
    browser.press(row, "ship");
    browser.await().until(() -> browser.text(row).contains("AWAITING_COLLECTION"));
    browser.press(row, "parcel gets on");
    browser.await().until(() -> browser.text(row).contains("IN_TRANSIT"));
    browser.press(row, "parcel gets on");
    browser.await().until(() -> browser.text(row).contains("DELIVERED"));
    browser.press(row, "send back");
    for (String state : List.of("REQUEST_PENDING", "AWAITING_BUYER_SHIP", "BUYER_SHIPPED_ITEM")) {
      browser.await().until(() -> browser.text(row).contains(state));
      browser.press(row, "agree, get on");
    }
    browser.await().until(() -> !browser.text(row).contains("agree, get on"));
    assertThat(browser.text("#message")).isEmpty();
    String order = browser.one(row).getAttribute("data-order");
    signInAgain();
    browser.click("#tab-orders");
    browser.await().until(() -> browser.text("#orders").contains(order));
    browser.await().until(() -> browser.text("#orders tr:first-child").contains("refunded"));
    browser.click("#count-orders");
    browser.await().until(() -> browser.text("#completeness").contains("nothing is missing"));
    assertThat(browser.complaints()).isEmpty();
  }

  private void tellTheServiceOfOrders() {
    new Merchant(service)
        .control(
            "POST",
            tiktok + "/sandbox/webhooks",
            "{\"app\":\"%s\",\"address\":\"%s/webhooks/tiktok\"}"
                .formatted(
                    SandboxPlatforms.address("storebridge.tiktok.apps.default.app-key"), service));
  }

  @Test
  void aFaultSwitchedOnInTheSandboxPageIsAProblemInTheConsoleUntilItIsOff() {
    browser.go(sandbox.url());
    browser.await().until(() -> browser.shows("#platform option"));
    browser.choose("#platform", "Shopify");
    browser.choose("#kind", "html-page");
    browser.choose("#count", "until switched off");
    browser.click("#fault button");
    browser.await().until(() -> browser.text("#active").contains("Shopify HTML_PAGE"));
    signInAgain();
    browser.click("#import");
    browser.click("#tab-problems");
    browser.await().until(() -> browser.text("#problems").contains("Fix: "));
    browser.go(sandbox.url());
    browser.click("#clear");
    browser.await().until(() -> browser.all("#active li").isEmpty());
    signInAgain();
    browser.click("#tab-problems");
    browser.await().until(() -> browser.text("#problems").contains("No problems."));
    assertThat(browser.complaints()).isEmpty();
  }

  /** The tab still knows the token. */
  private void signInAgain() {
    browser.go(service + "/connections/" + Merchant.CONNECTION);
    browser.await().until(() -> browser.text("#name").contains(Merchant.CONNECTION));
  }

  private void editTitle(String title, String edited) {
    browser.go(sandbox.url());
    browser.await().until(() -> browser.shows("#rows td:first-child button"));
    browser.type("#find", title);
    browser
        .await()
        .until(
            () ->
                browser.all("#rows td:first-child button").stream()
                    .map(WebElement::getText)
                    .toList()
                    .equals(List.of(title)));
    browser.click("#rows td:first-child button");
    browser.type("#edit-title", edited);
    browser.click("#editor button[value=save]");
    browser.await().until(() -> !browser.shows("#editor"));
  }

  private boolean allEnded() {
    String ended = browser.one("#bar").getAttribute("aria-valuenow");
    return ended.equals(browser.one("#bar").getAttribute("aria-valuemax"))
        && ended.equals(Integer.toString(platforms.storeProducts().size()));
  }

  private void awaitImported() {
    browser.await().until(() -> browser.text("#progress").startsWith("Imported: ") && allEnded());
  }
}
