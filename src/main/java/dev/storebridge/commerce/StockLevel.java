package dev.storebridge.commerce;

/**
 * What one location can sell of a variant.
 *
 * @param locationId the store's id of the location; {@code "0"} where a store has a single pool
 * @param available units that may be sold now; negative when the store has oversold
 */
public record StockLevel(String locationId, long available) {}
