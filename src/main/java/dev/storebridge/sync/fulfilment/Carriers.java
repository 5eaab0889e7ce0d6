package dev.storebridge.sync.fulfilment;

import dev.storebridge.platform.Carrier;
import dev.storebridge.platform.Channel;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.tenant.FulfilmentRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the channel's carrier for the store's: by the rules, else by its name, else the default.
 */
@ApplicationScoped
class Carriers {

  private static final Duration LIFE = Duration.ofHours(1);

  private final Channel channel;
  private final Clock clock;
  private final Map<Key, Known> known = new ConcurrentHashMap<>();

  Carriers(Channel channel, Clock clock) {
    this.channel = channel;
    this.clock = clock;
  }

  private record Key(String shopId, String deliveryOption) {}

  private record Known(List<Carrier> carriers, Instant until) {}

  /** Empty when nothing fits. */
  Optional<Carrier> of(
      ShopAccount shop, String deliveryOption, FulfilmentRules rules, String storesName) {
    String wanted = plain(storesName);
    Optional<Carrier> ruled =
        rules.carriers().entrySet().stream()
            .filter(entry -> plain(entry.getKey()).equals(wanted))
            .findFirst()
            .map(entry -> new Carrier(entry.getValue(), entry.getKey()));
    return ruled
        .or(() -> named(shop, deliveryOption, wanted))
        .or(
            () ->
                Optional.of(rules.defaultCarrier())
                    .filter(id -> !id.isEmpty())
                    .map(id -> new Carrier(id, storesName)));
  }

  private Optional<Carrier> named(ShopAccount shop, String deliveryOption, String wanted) {
    if (wanted.isEmpty() || deliveryOption.isEmpty()) {
      return Optional.empty();
    }
    return all(shop, deliveryOption).stream()
        .filter(carrier -> plain(carrier.name()).equals(wanted))
        .findFirst();
  }

  private List<Carrier> all(ShopAccount shop, String deliveryOption) {
    Key key = new Key(shop.id(), deliveryOption);
    Known found = known.get(key);
    if (found == null || !clock.instant().isBefore(found.until())) {
      found = new Known(channel.carriers(shop, deliveryOption), clock.instant().plus(LIFE));
      known.put(key, found);
    }
    return found.carriers();
  }

  /** Without regard to case, blanks and dashes: stores write royal-mail for Royal Mail. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
