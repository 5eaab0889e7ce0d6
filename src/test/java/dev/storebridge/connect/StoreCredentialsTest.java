package dev.storebridge.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.Credentials.StoreAccess;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.platform.StoreProfile;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
@QuarkusTest
@TestProfile(ConnectProfile.class)
@WithTestResource(TestDatabase.class)
class StoreCredentialsTest {
  @Inject Credentials credentials;
  @Inject AccountStates states;
  @Inject StoreProfiles profiles;
  @Inject Merchants merchants;
  @Inject TestClock clock;

  private final String merchant = "m" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aPastedTokenIsUsedAsItIs() {
    StoreAccount store = merchants.store(merchant, ConnectProfile.pasted("shpat_1"));
    assertThat(credentials.store(store)).isEqualTo(token("shpat_1"));
    assertThat(states.store(store)).isEqualTo(AccountState.CONNECTED);
  }

  @Test
  void aRefusedPastedTokenIsTheMerchantsToReplace() {
    StoreAccount store = merchants.store(merchant, ConnectProfile.pasted("shpat_1"));
    assertThat(refusal(store, "shpat_1").failure()).isEqualTo(Failure.RE_AUTHORISE);
    assertThat(states.store(store)).isEqualTo(AccountState.NEEDS_REAUTHORISATION);

    StoreAccount repaired = merchants.store(merchant, ConnectProfile.pasted("shpat_2"));

    assertThat(states.store(repaired)).isEqualTo(AccountState.CONNECTED);
    credentials.refused(repaired.account(), new Secret("shpat_1"));
    assertThat(states.store(repaired)).isEqualTo(AccountState.CONNECTED);
  }

  @Test
  void anOwnAppsTokenIsAskedForOnceAndRenewedWhenItEnds() {
    StoreAccount store =
        merchants.store(
            merchant, new StoreAuth.OwnApp(new Secret("id-" + merchant), new Secret("secret")));
    StoreAccess first = credentials.store(store);
    assertThat(credentials.store(store)).isEqualTo(first);

    clock.forward(Duration.ofDays(8));

    assertThat(credentials.store(store)).isNotEqualTo(first);
  }

  @Test
  void aRefusedTokenOfAnOwnAppIsReplaced() {
    StoreAccount store =
        merchants.store(
            merchant, new StoreAuth.OwnApp(new Secret("id-" + merchant), new Secret("secret")));
    StoreAccess.Token first = (StoreAccess.Token) credentials.store(store);
    credentials.refused(store.account(), first.token());
    assertThat(credentials.store(store)).isNotEqualTo(first);
  }

  @Test
  void aStoreWithoutConsentIsToldSo() {
    StoreAccount store = merchants.store(merchant, new StoreAuth.Consent());
    PlatformException fault =
        catchThrowableOfType(PlatformException.class, () -> credentials.store(store));
    assertThat(fault.failure()).isEqualTo(Failure.RE_AUTHORISE);
    assertThat(fault.explanation().code()).isEqualTo("not-connected");
  }

  @Test
  void aStateThatWasToldStandsUntilTheStoreIsReached() {
    StoreAccount store = merchants.store(merchant, ConnectProfile.pasted("shpat_1"));
    states.unreachable(store.account());
    assertThat(states.accountState(store.account())).isEqualTo(AccountState.UNREACHABLE);
    states.reached(store.account());
    assertThat(states.accountState(store.account())).isEqualTo(AccountState.CONNECTED);
  }

  @Test
  void aStoreIsFoundByTheNameItGaveItself() {
    StoreAccount store = merchants.store(merchant, ConnectProfile.pasted("shpat_1"));
    StoreProfile profile =
        new StoreProfile(merchant + "-x.myshopify.com", "Acme", new CurrencyCode("GBP"));
    profiles.remember(store, profile);
    profiles.remember(store, profile);
    assertThat(profiles.of(store.id())).contains(profile);
    assertThat(profiles.names())
        .containsEntry(
            new StoreProfiles.Name(Platform.SHOPIFY, profile.externalId()), List.of(store.id()));
  }

  private PlatformException refusal(StoreAccount store, String token) {
    return catchThrowableOfType(
        PlatformException.class, () -> credentials.refused(store.account(), new Secret(token)));
  }

  private static StoreAccess token(String text) {
    return new StoreAccess.Token(new Secret(text));
  }
}
