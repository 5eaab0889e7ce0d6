package dev.storebridge.commerce;

/**
 * Why a product cannot be sold as goods that are sent by post, whatever a merchant's rules say, in
 * the words that the merchant reads.
 *
 * @param code stable, for example {@code grouped-product}
 * @param cause what the product is, one sentence
 * @param field where in the store, for example {@code variants[67].attributes}
 * @param fix what to do about it, one sentence
 */
public record Obstacle(String code, String cause, String field, String fix) {}
