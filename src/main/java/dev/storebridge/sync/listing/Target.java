package dev.storebridge.sync.listing;

import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.sync.listing.plan.Presence;
import dev.storebridge.tenant.ConnectionRules;
import java.util.Optional;

/**
 * One shop that a product may be listed in.
 *
 * @param record what we know of the listing there, empty when the product is new to the connection
 */
public record Target(
    ConnectionRules rules,
    ShopAccount shop,
    ListingRecord.Key key,
    Optional<ListingRecord> record) {

  /** The listing as it exists on the channel. */
  Optional<Presence> presence() {
    return record.flatMap(
        known ->
            known
                .applied()
                .filter(applied -> known.channelId().isPresent())
                .map(
                    applied ->
                        new Presence(
                            applied,
                            known.status().orElse(dev.storebridge.commerce.ListingStatus.UNKNOWN),
                            known.withdrawn())));
  }
}
