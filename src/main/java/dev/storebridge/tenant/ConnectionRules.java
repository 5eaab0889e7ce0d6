package dev.storebridge.tenant;

import dev.storebridge.platform.Limits;
import java.util.Optional;

/**
 * A store linked with a shop, and by which rules.
 *
 * @param id unique in the service
 * @param enabled false: nothing is sent any more
 */
public record ConnectionRules(
    String id,
    String tenant,
    String storeId,
    boolean enabled,
    Shop shop,
    ListingRules listings,
    PriceRules prices,
    InventoryRules inventory,
    OrderRules orders,
    FulfilmentRules fulfilment,
    AftersaleRules aftersale) {

  /**
   * The shop's side.
   *
   * @param id empty when the consent decides
   * @param region ISO 3166 alpha-2 as TikTok spells markets: GB, US, DE...
   */
  public record Shop(Optional<String> id, String region, Limits limits) {}
}
