package dev.storebridge.console;

import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.Backlog;
import dev.storebridge.work.StoredCallBook;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much of the day's calls a connection's accounts have used, and whether it will last. */
@Path("/api/connections/{connection}/quota")
@Tag(name = "connections")
@RunOnVirtualThread
public class QuotaResource {

  /** The group of the shop's calls that things of an urgency need. */
  private static final Map<Urgency, String> SHOP_GROUPS =
      new EnumMap<>(
          Map.of(
              Urgency.ORDER, "order",
              Urgency.STOCK, "stock",
              Urgency.PRICE, "price",
              Urgency.CONTENT, "product-write",
              Urgency.NEW_LISTING, "product-write"));

  private final Connections connections;
  private final Tenants tenants;
  private final LinkedShops shops;
  private final StoredCallBook calls;
  private final Backlog backlog;
  private final Clock clock;

  QuotaResource(
      Connections connections,
      Tenants tenants,
      LinkedShops shops,
      StoredCallBook calls,
      Backlog backlog,
      Clock clock) {
    this.connections = connections;
    this.tenants = tenants;
    this.shops = shops;
    this.calls = calls;
    this.backlog = backlog;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary =
          "Calls of today by group of endpoints: used, refused, due, and how the day will end",
      description =
          "Of the connection's shop and of its store. The backlog is the store's: several shops of"
              + " one store share it.")
  public Page<QuotaView> get(@PathParam("connection") String id) {
    ConnectionRules rules = connections.get(id);
    Map<Urgency, Long> due = backlog.of(rules.storeId());
    List<QuotaView> views = new ArrayList<>();
    shops.of(rules.id()).ifPresent(shop -> views.addAll(of(shop, due)));
    tenants.store(rules.storeId()).ifPresent(store -> views.addAll(of(store, due)));
    return new Page<>(views, null);
  }

  private List<QuotaView> of(ShopAccount shop, Map<Urgency, Long> due) {
    Map<String, Long> byGroup = new HashMap<>();
    due.forEach((urgency, count) -> byGroup.merge(SHOP_GROUPS.get(urgency), count, Long::sum));
    return new QuotaForecast(shop.account(), shop.limits(), clock.instant())
        .views(calls.of(shop.account(), calls.today()), byGroup);
  }

  /** All calls of a store are of one group; each thing that is due is looked at there. */
  private List<QuotaView> of(StoreAccount store, Map<Urgency, Long> due) {
    long all = due.values().stream().mapToLong(Long::longValue).sum();
    String group = store.platform() == Platform.SHOPIFY ? "graphql" : "rest";
    return new QuotaForecast(store.account(), store.limits(), clock.instant())
        .views(calls.of(store.account(), calls.today()), Map.of(group, all));
  }
}
