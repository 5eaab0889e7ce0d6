package dev.storebridge.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.contract.TroubleServer;
import dev.storebridge.contract.TroubleServer.Reply;
import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Authoriser.Issued;
import dev.storebridge.platform.Authoriser.Request;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.resilience.HttpEgress;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopifyAuthoriserTest {

  private static final Instant SIGNED_AT = Instant.ofEpochSecond(1_763_800_000);
  private static final AppKeys APP =
      new AppKeys(
          "default",
          "client-1",
          new Secret("shpss_test_0123456789abcdef0123456789abcdef"),
          "",
          Optional.empty());
  private static final Map<String, String> CALLBACK =
      Map.of(
          "code", "0907a61c0c8d55e99db179b68161bc00",
          "host", "YWRtaW4uc2hvcGlmeS5jb20vc3RvcmUvZGVtby1zaG9w",
          "shop", "demo-shop.myshopify.com",
          "state", "8f2d1c0b7a695847",
          "timestamp", "1763800000",
          "hmac", "d8ab5ae09d36a91f540c0f9aa03af134a8f95906512bdd4c35fb57a0bdc42b5b");

  private final TroubleServer server;

  ShopifyAuthoriserTest() throws IOException {
    server = TroubleServer.alone();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void sendsTheMerchantToTheStoresOwnConsentPage() {
    URI page =
        at(SIGNED_AT)
            .consentPage(
                new Request(
                    APP,
                    "",
                    "s t",
                    URI.create("https://bridge.example/connect/shopify/callback"),
                    store(new StoreAuth.Consent())));
    assertThat(page.toString())
        .startsWith(server.uri() + "/admin/oauth/authorize?client_id=client-1&scope=read_products")
        .contains("&redirect_uri=https%3A%2F%2Fbridge.example%2Fconnect%2Fshopify%2Fcallback")
        .contains("&state=s+t")
        .endsWith("&grant_options%5B%5D=");
  }

  @Test
  void exchangesACodeForTokensThatExpire() throws IOException {
    answers(
        200,
        "{\"access_token\":\"shpat_a\",\"scope\":\"read_products,write_inventory\","
            + "\"expires_in\":3600,\"refresh_token\":\"shprt_a\",\"refresh_token_expires_in\":7776000}");
    Issued issued =
        at(SIGNED_AT.plusSeconds(10)).exchange(APP, store(new StoreAuth.Consent()), CALLBACK);
    assertThat(issued.subject()).isEqualTo("demo-shop.myshopify.com");
    assertThat(issued.accessToken()).isEqualTo(new Secret("shpat_a"));
    assertThat(issued.accessExpiresAt()).isEqualTo(SIGNED_AT.plusSeconds(3610));
    assertThat(issued.refreshToken()).contains(new Secret("shprt_a"));
    assertThat(issued.refreshExpiresAt()).contains(SIGNED_AT.plusSeconds(7_776_010));
    assertThat(issued.scopes()).containsExactlyInAnyOrder("read_products", "write_inventory");
    assertThat(sent().path("code").asText()).isEqualTo(CALLBACK.get("code"));
    assertThat(sent().path("expiring").asText()).isEqualTo("1");
    assertThat(sent().path("client_secret").asText()).isEqualTo(APP.secret().reveal());
  }

  @Test
  void refreshesAPair() throws IOException {
    answers(
        200, "{\"access_token\":\"shpat_b\",\"expires_in\":3600,\"refresh_token\":\"shprt_b\"}");
    Issued issued =
        at(SIGNED_AT).refresh(APP, store(new StoreAuth.Consent()), new Secret("shprt_a"));
    assertThat(issued.refreshToken()).contains(new Secret("shprt_b"));
    assertThat(sent().path("grant_type").asText()).isEqualTo("refresh_token");
    assertThat(sent().path("refresh_token").asText()).isEqualTo("shprt_a");
  }

  @Test
  void getsATokenForAMerchantsOwnAppWithoutACallback() throws IOException {
    answers(200, "{\"access_token\":\"shpat_c\",\"scope\":\"read_products\",\"expires_in\":86399}");
    StoreAuth own = new StoreAuth.OwnApp(new Secret("client-1"), APP.secret());
    Issued issued = at(SIGNED_AT).exchange(APP, store(own), Map.of());
    assertThat(issued.refreshToken()).isEmpty();
    assertThat(issued.accessExpiresAt()).isEqualTo(SIGNED_AT.plusSeconds(86_399));
    assertThat(sent().path("grant_type").asText()).isEqualTo("client_credentials");
  }

  @ParameterizedTest
  @CsvSource({
    "code, another",
    "shop, evil.example",
    "hmac, 00",
    "timestamp, 1763800001",
    "state, another"
  })
  void refusesACallbackThatWasTamperedWith(String parameter, String value) {
    Map<String, String> callback = new HashMap<>(CALLBACK);
    callback.put(parameter, value);
    assertThat(faultOf(at(SIGNED_AT), callback).failure()).isEqualTo(Failure.RE_AUTHORISE);
    assertThat(server.received()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-91", "91"})
  void refusesACallbackOfAnotherTime(long seconds) {
    assertThat(faultOf(at(SIGNED_AT.plusSeconds(seconds)), CALLBACK).explanation().cause())
        .contains("too old or too new");
  }

  @ParameterizedTest
  @CsvSource({
    "400, RE_AUTHORISE",
    "401, RE_AUTHORISE",
    "404, PAUSE_CONNECTION",
    "503, RETRY_LATER"
  })
  void tellsADeadGrantFromATiredServer(int status, Failure failure) {
    answers(status, "{\"error\":\"invalid_request\"}");
    assertThat(faultOf(at(SIGNED_AT), CALLBACK).failure()).isEqualTo(failure);
  }

  private PlatformException faultOf(ShopifyAuthoriser authoriser, Map<String, String> callback) {
    return catchThrowableOfType(
        PlatformException.class,
        () -> authoriser.exchange(APP, store(new StoreAuth.Consent()), callback));
  }

  private void answers(int status, String json) {
    server.answer(
        request -> request.uri().getPath().equals("/admin/oauth/access_token"),
        Reply.json(status, json));
  }

  private JsonNode sent() throws IOException {
    return ShopifyApi.JSON.readTree(server.received().getLast().body());
  }

  private Optional<StoreAccount> store(StoreAuth auth) {
    return Optional.of(
        new StoreAccount(
            "main", "acme", Platform.SHOPIFY, server.uri(), auth, Limits.CHOSEN_BY_US));
  }

  private static ShopifyAuthoriser at(Instant now) {
    return new ShopifyAuthoriser(new HttpEgress(true), Clock.fixed(now, ZoneOffset.UTC));
  }
}
