package dev.storebridge.sync.inventory;

import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.work.Claim;
import java.util.Optional;

/**
 * An order that was told of, as its shop has it now; its units are in the ledger.
 *
 * @param shop empty when the connection is off or has none
 * @param sale empty when the shop shows no such order
 */
public record SeenOrder(Claim claim, Optional<ShopAccount> shop, Optional<ChannelSale> sale) {}
