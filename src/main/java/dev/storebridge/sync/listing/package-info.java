/**
 * Products become listings. The pure half: a product, the merchant's rules and what the channel
 * says of itself give the desired listing or explained problems; desired against last applied gives
 * the smallest plan.
 */
package dev.storebridge.sync.listing;
