package dev.storebridge.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storebridge.commerce.OrderReference;
import dev.storebridge.contract.OpenGuards;
import dev.storebridge.contract.TokenRing;
import dev.storebridge.platform.Credentials.StoreAccess;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StockReservations.Reserved;
import dev.storebridge.platform.StockReservations.Wanted;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.resilience.HttpEgress;
import dev.storebridge.sandbox.shopify.ShopifySandbox;
import dev.storebridge.sandbox.shopify.ShopifySettings;
import dev.storebridge.sandbox.shopify.store.StoredLevel;
import dev.storebridge.sandbox.shopify.store.StoredVariant;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Units are set aside where they are, and each move is carried out once. */
class ShopifyReservationsTest {

  private static final Secret TOKEN = new Secret("shpat_reserve");
  private static final OrderReference ORDER = new OrderReference("7495", "17296");

  private final ShopifySandbox sandbox =
      ShopifySandbox.start(ShopifySettings.demo().withTokens(TOKEN.reveal()).withoutLimits());
  private final ShopifyReservations reservations =
      new ShopifyReservations(
          Quarterly.of("2026-10"),
          new HttpEgress(true),
          new OpenGuards(),
          new TokenRing(new StoreAccess.Token(TOKEN)));
  private final StoreAccount store =
      new StoreAccount(
          "main",
          "acme",
          Platform.SHOPIFY,
          URI.create(sandbox.storeUrl()),
          new StoreAuth.PastedToken(TOKEN, new Secret("w")),
          Limits.CHOSEN_BY_US);
  private final StoredVariant variant =
      sandbox.shelf().products().stream()
          .flatMap(product -> product.variants().stream())
          .filter(StoredVariant::tracked)
          .filter(one -> sandbox.shelf().available(one.itemId()) > 3)
          .findFirst()
          .orElseThrow();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void unitsAreTakenFromThePlaceThatHasMost() {
    StoredLevel most =
        levels().stream()
            .max(java.util.Comparator.comparingInt(StoredLevel::available))
            .orElseThrow();

    Reserved place = places(most.available(), Set.of()).getFirst();

    assertThat(place.locationId()).isEqualTo(Long.toString(most.locationId()));
    assertThat(place.itemId()).isEqualTo(Long.toString(variant.itemId()));
    assertThat(place.units()).isEqualTo(most.available());
    assertThat(places(most.available() + 1, Set.of())).as("no place has so many").isEmpty();
    assertThat(places(1, Set.of("404"))).as("not from there").isEmpty();
  }

  @Test
  void whatTheStoreDoesNotHaveHasNoPlace() {
    assertThat(
            reservations.places(
                store, List.of(new Wanted("1", 1, Set.of()), new Wanted("no number", 1, Set.of()))))
        .isEmpty();
  }

  @Test
  void unitsThatAreSetAsideAreOnHandAndNotAvailable() {
    List<Reserved> units = places(2, Set.of());
    StoredLevel before = level(units.getFirst());

    reservations.reserve(store, ORDER, units);
    reservations.reserve(store, ORDER, units);

    StoredLevel held = level(units.getFirst());
    assertThat(held.available()).isEqualTo(before.available() - 2);
    assertThat(held.reserved()).as("once").isEqualTo(2);
    assertThat(held.quantity("on_hand")).isEqualTo(before.quantity("on_hand"));

    reservations.giveBack(store, ORDER, units);
    reservations.giveBack(store, ORDER, units);

    assertThat(level(units.getFirst()).available()).isEqualTo(before.available());
    assertThat(level(units.getFirst()).reserved()).isZero();
  }

  @Test
  void aRefusalNamesTheRule() {
    Reserved nowhere = new Reserved("", Long.toString(variant.itemId()), "404", 1);
    assertThatThrownBy(() -> reservations.reserve(store, ORDER, List.of(nowhere)))
        .isInstanceOfSatisfying(
            PlatformException.class,
            fault -> {
              assertThat(fault.explanation().field()).isEqualTo("orders.on-hold");
              assertThat(fault.explanation().message()).startsWith("INVALID_LOCATION");
            });
  }

  private List<Reserved> places(int units, Set<String> locations) {
    return reservations.places(
        store, List.of(new Wanted(Long.toString(variant.id()), units, locations)));
  }

  private List<StoredLevel> levels() {
    return sandbox.shelf().levelsOf(variant.itemId());
  }

  private StoredLevel level(Reserved at) {
    return sandbox
        .shelf()
        .level(Long.parseLong(at.itemId()), Long.parseLong(at.locationId()))
        .orElseThrow();
  }
}
