package dev.storebridge.sandbox.woocommerce.store;

/**
 * Something that hooks see.
 *
 * @param event created, updated, deleted or restored
 * @param id of the product or variation
 */
public record Happening(String event, long id) {}
