package dev.storebridge.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.storebridge.connect.ConnectProfile.Platforms;
import dev.storebridge.connect.Grant.Holder;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Authoriser.GrantedShop;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.tenant.ConnectionRules;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
@QuarkusTest
@TestProfile(ConnectProfile.class)
@WithTestResource(TestDatabase.class)
class TokenRefreshTest {
  @Inject Credentials credentials;
  @Inject LinkedShops linked;
  @Inject TokenRefresh refresh;
  @Inject AccountStates states;
  @Inject GrantStore grants;
  @Inject Grants linking;
  @Inject TikTokApps apps;
  @Inject TokenSource source;
  @Inject Database database;
  @Inject TokenVault vault;
  @Inject Platforms platforms;
  @Inject Merchants merchants;
  @Inject TestClock clock;

  private final String merchant = "m" + UUID.randomUUID().toString().substring(0, 8);
  private ConnectionRules rules;
  private ShopAccount shop;
  private Grant grant;

  @BeforeEach
  void connect() {
    rules = merchants.connection(merchant, "GB", null);
    AppKeys app = apps.forRegion("GB");
    GrantedShop granted = new GrantedShop(merchant + "1", "Mugs", "GB", "cipher");
    String code = platforms.tiktok.code(merchant, granted);
    Holder holder = new Holder(Platform.TIKTOK_SHOP, app.name(), "", Optional.of(merchant));
    grant =
        grants.granted(
            holder, platforms.tiktok.exchange(app, Optional.empty(), Map.of("code", code)));
    grants.proved(grant.id(), List.of(granted));
    linking.link(grant.id(), rules);
    shop = linked.of(rules.id()).orElseThrow();
    platforms.tiktok.refreshedWith.clear();
    platforms.tiktok.losesAnswers = false;
    platforms.tiktok.holdsRefreshUntil = Optional.empty();
  }

  @Test
  void twoHundredCallersWithAnExpiredTokenLeadToOneRefresh() throws Exception {
    clock.forward(Duration.ofDays(8));
    CountDownLatch gate = new CountDownLatch(1);
    List<Future<Secret>> tokens = new ArrayList<>();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        tokens.add(
            crowd.submit(
                () -> {
                  gate.await();
                  return credentials.shop(shop).token();
                }));
      }
      gate.countDown();
    }
    Secret fresh = credentials.shop(shop).token();
    assertThat(fresh).isNotEqualTo(grant.tokens().access());
    for (Future<Secret> token : tokens) {
      assertThat(token.get()).isEqualTo(fresh);
    }
    assertThat(platforms.tiktok.refreshesOf(merchant)).hasSize(1);
  }

  @Test
  void twoHundredRefusedCallsLeadToOneRefresh() throws Exception {
    Secret stale = credentials.shop(shop).token();
    List<Future<?>> told = new ArrayList<>();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        told.add(crowd.submit(() -> credentials.refused(shop.account(), stale)));
      }
    }
    for (Future<?> one : told) {
      one.get();
    }
    assertThat(credentials.shop(shop).token()).isNotEqualTo(stale);
    assertThat(platforms.tiktok.refreshesOf(merchant)).hasSize(1);
  }

  @Test
  void twoReplicasRefreshOnce() throws Exception {
    TokenRefresh other = replica();
    CountDownLatch answer = new CountDownLatch(1);
    platforms.tiktok.holdsRefreshUntil = Optional.of(answer);
    try (ExecutorService two = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Grant> first = two.submit(() -> refresh.renew(grant.id(), grant.tokens().access()));
      await().until(() -> platforms.tiktok.refreshesOf(merchant).size() == 1);
      Future<Grant> second = two.submit(() -> other.renew(grant.id(), grant.tokens().access()));
      answer.countDown();
      assertThat(second.get().tokens()).isEqualTo(first.get().tokens());
    }
    assertThat(platforms.tiktok.refreshesOf(merchant)).hasSize(1);
  }

  @Test
  void aLostAnswerLosesNothing() {
    clock.forward(Duration.ofDays(8));
    platforms.tiktok.losesAnswers = true;
    assertThat(credentials.shop(shop).token())
        .as("the old token is still tried")
        .isEqualTo(grant.tokens().access());
    PlatformException fault =
        catchThrowableOfType(
            PlatformException.class,
            () -> credentials.refused(shop.account(), grant.tokens().access()));
    assertThat(fault.failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(states.shop(rules).state()).isEqualTo(AccountState.CONNECTED);

    platforms.tiktok.losesAnswers = false;
    clock.forward(Duration.ofSeconds(3));
    credentials.refused(shop.account(), grant.tokens().access());

    assertThat(credentials.shop(shop).token()).isNotEqualTo(grant.tokens().access());
  }

  @Test
  void theFormerRefreshTokenIsTriedWhenTheNewOneIsRefused() {
    Grant second = grants.renewed(grant, issued()).orElseThrow();
    platforms.tiktok.forgetRefreshToken(second.tokens().refresh().get().reveal());

    Grant third = refresh.renew(grant.id(), second.tokens().access());

    assertThat(third.tokens().access()).isNotEqualTo(second.tokens().access());
    assertThat(platforms.tiktok.refreshedWith)
        .endsWith(
            second.tokens().refresh().get().reveal(), grant.tokens().refresh().get().reveal());
  }

  @Test
  void theFormerRefreshTokenIsForgottenAfterAGoodCall() {
    refresh.renew(grant.id(), grant.tokens().access());
    await().until(() -> grants.read(grant.id()).get().previousRefresh().isEmpty());
  }

  @Test
  void aRevokedGrantNeedsNewConsentAndComesBackWithIt() {
    platforms.tiktok.revoke(merchant);
    PlatformException fault =
        catchThrowableOfType(
            PlatformException.class,
            () -> credentials.refused(shop.account(), grant.tokens().access()));
    assertThat(fault.failure()).isEqualTo(Failure.RE_AUTHORISE);
    assertThat(fault.account()).isEqualTo(shop.account());
    assertThat(fault.explanation().fix()).contains("connect link");
    assertThat(states.shop(rules).state()).isEqualTo(AccountState.NEEDS_REAUTHORISATION);
    assertThat(linked.of(rules.id())).as("the link and its marks stay").isPresent();
    assertThat(
            catchThrowableOfType(PlatformException.class, () -> credentials.shop(shop)).failure())
        .isEqualTo(Failure.RE_AUTHORISE);
    platforms.tiktok.refreshedWith.clear();
    clock.forward(Duration.ofDays(8));
    refresh.refreshDue();
    assertThat(platforms.tiktok.refreshedWith)
        .doesNotContain(grant.tokens().refresh().get().reveal());

    connect();

    assertThat(states.shop(rules).state()).isEqualTo(AccountState.CONNECTED);
    assertThat(credentials.shop(shop).token()).isEqualTo(grant.tokens().access());
  }

  @Test
  void aGrantIsRefreshedAtEightyPercentOfItsLife() {
    clock.forward(Duration.ofHours(134));
    refresh.refreshDue();
    assertThat(grants.read(grant.id()).get().tokens()).isEqualTo(grant.tokens());

    clock.forward(Duration.ofMinutes(25));
    assertThat(refresh.refreshDue()).isPositive();

    Grant.Tokens fresh = grants.read(grant.id()).get().tokens();
    assertThat(fresh).isNotEqualTo(grant.tokens());
    replica().refreshDue();
    assertThat(grants.read(grant.id()).get().tokens()).as("not twice").isEqualTo(fresh);
  }

  @Test
  void anAbandonedClaimIsTakenOverWhenItEnds() {
    GrantStore crashed = new GrantStore(database, vault, clock);
    crashed.claim(grant.id(), Optional.of(grant.tokens().access()), Duration.ofSeconds(90));
    clock.forward(Duration.ofSeconds(90));

    Grant fresh = refresh.renew(grant.id(), grant.tokens().access());

    assertThat(fresh.tokens()).isNotEqualTo(grant.tokens());
  }

  @Test
  void tokensAreNotReadableInTheDatabase() {
    List<String> columns =
        database.transaction(
            sql ->
                sql.list(
                    "select concat_ws(' ', access_token, refresh_token) as both_tokens from grant_account",
                    row -> row.text("both_tokens")));
    assertThat(columns)
        .isNotEmpty()
        .noneMatch(text -> text.contains("access-") || text.contains("refresh-"));
  }

  private Grant.Tokens issued() {
    return Grant.Tokens.of(
        platforms.tiktok.refresh(
            apps.forRegion("GB"), Optional.empty(), grant.tokens().refresh().get()));
  }

  private TokenRefresh replica() {
    return new TokenRefresh(new GrantStore(database, vault, clock), source, clock);
  }
}
