/** Shopify, spoken to through its GraphQL Admin API. */
package dev.storebridge.shopify;
