package dev.storebridge.ingress;

import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.WebhookEvent;
import dev.storebridge.platform.WebhookEvent.Subject;
import dev.storebridge.platform.WebhookKey;
import dev.storebridge.platform.WebhookKeys;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.Signal;
import dev.storebridge.work.SignalIntake.Addressee;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may have sent a webhook, and for whom it is once that is proved. */
@ApplicationScoped
class Senders {

  private final WebhookKeys keys;
  private final Tenants tenants;
  private final LinkedShops shops;

  Senders(WebhookKeys keys, Tenants tenants, LinkedShops shops) {
    this.keys = keys;
    this.tenants = tenants;
    this.shops = shops;
  }

  /**
   * A sender to be tried.
   *
   * @param store the store that would have sent it; empty for an app of the service
   */
  record Candidate(WebhookKey key, Optional<StoreAccount> store) {}

  /**
   * The candidates for a webhook.
   *
   * @param place the store that the address names, empty where the address serves all
   * @param name by which the sender introduces itself
   */
  List<Candidate> of(Platform platform, Optional<String> place, String name) {
    return switch (platform) {
      case TIKTOK_SHOP -> apps(platform).toList();
      case SHOPIFY ->
          Stream.concat(keys.storesNamed(platform, name).stream().flatMap(this::of), apps(platform))
              .toList();
      case WOOCOMMERCE -> place.flatMap(this::site).stream().flatMap(this::of).toList();
    };
  }

  private Stream<Candidate> apps(Platform platform) {
    return keys.ofApps(platform).stream().map(key -> new Candidate(key, Optional.empty()));
  }

  private Stream<Candidate> of(StoreAccount store) {
    return keys.ofStore(store).stream().map(key -> new Candidate(key, Optional.of(store)));
  }

  private Optional<StoreAccount> site(String storeId) {
    return tenants.store(storeId).filter(store -> store.platform() == Platform.WOOCOMMERCE);
  }

  /**
   * For whom it is: every store whose key fits, else whoever has the shop, else the app itself. An
   * app's key alone speaks for no Shopify store, except where the law wants an answer after the
   * store has left us.
   */
  List<Addressee> addressees(Platform platform, List<Candidate> proved, WebhookEvent event) {
    List<Addressee> stores =
        proved.stream()
            .flatMap(candidate -> candidate.store().stream())
            .map(store -> new Addressee(store.id(), ""))
            .distinct()
            .toList();
    if (!stores.isEmpty() || proved.isEmpty()) {
      return stores;
    }
    return switch (platform) {
      case TIKTOK_SHOP -> List.of(shop(proved.getFirst(), event));
      case SHOPIFY ->
          event.subject() == Subject.COMPLIANCE ? List.of(app(proved.getFirst())) : List.of();
      case WOOCOMMERCE -> List.of();
    };
  }

  private Addressee shop(Candidate proved, WebhookEvent event) {
    Optional<ShopAccount> shop =
        event.account().isEmpty() ? Optional.empty() : shops.linked(event.account());
    return shop.map(found -> new Addressee(found.storeId(), found.connectionId()))
        .orElseGet(() -> app(proved));
  }

  private static Addressee app(Candidate proved) {
    return new Addressee(Signal.ofApp(proved.key().holder()), "");
  }
}
