package dev.storebridge.console;

import dev.storebridge.connect.SubscriptionBook;
import dev.storebridge.connect.SubscriptionState;
import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.tenant.ConnectionRules;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Of which changes a connection's store and shop tell us by themselves. */
@Path("/api/connections/{connection}/subscriptions")
@Tag(name = "signals")
@RunOnVirtualThread
public class SubscriptionsResource {

  private final Connections connections;
  private final SubscriptionBook book;
  private final LinkedShops shops;

  SubscriptionsResource(Connections connections, SubscriptionBook book, LinkedShops shops) {
    this.connections = connections;
    this.book = book;
    this.shops = shops;
  }

  /**
   * A topic as it was found or left last.
   *
   * @param state active or failed
   * @param since when it became so
   */
  @RegisterForReflection
  record SubscriptionView(
      String platform,
      String account,
      String topic,
      String url,
      String state,
      String code,
      String cause,
      Instant since,
      Instant checkedAt) {

    static SubscriptionView of(SubscriptionState state) {
      return new SubscriptionView(
          word(state.account().platform()),
          state.account().id(),
          state.topic(),
          state.url(),
          state.active() ? "active" : "failed",
          absent(state.code()),
          absent(state.cause()),
          state.since(),
          state.checkedAt().orElse(null));
    }

    String key() {
      return platform + " " + topic;
    }

    private static String word(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String absent(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  @GET
  @Operation(summary = "Of which changes the store and the shop tell us by themselves")
  public Page<SubscriptionView> list(
      @PathParam("connection") String id,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @Schema(implementation = Integer.class) String limit) {
    ConnectionRules rules = connections.get(id);
    String shop = shops.of(rules.id()).map(ShopAccount::id).orElse("");
    int size = Page.size(limit);
    String after = Page.key(cursor);
    List<SubscriptionView> rest =
        book.of(rules.storeId()).stream()
            .filter(one -> isOf(one, rules.storeId(), shop))
            .map(SubscriptionView::of)
            .sorted((one, other) -> one.key().compareTo(other.key()))
            .filter(one -> one.key().compareTo(after) > 0)
            .limit(size + 1L)
            .toList();
    return Page.of(rest, size, SubscriptionView::key, one -> one);
  }

  private static boolean isOf(SubscriptionState state, String store, String shop) {
    return state.account().platform() == Platform.TIKTOK_SHOP
        ? state.account().id().equals(shop)
        : state.account().id().equals(store);
  }
}
