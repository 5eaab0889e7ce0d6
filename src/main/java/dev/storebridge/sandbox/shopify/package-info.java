/**
 * A local Shopify: the Admin API's GraphQL over HTTP with its costs, cursors, searches, bulk
 * operations, tokens and pictures, strict where the real one is, with switches for its bad days.
 * Start it with {@link dev.storebridge.sandbox.shopify.ShopifySandbox}.
 */
package dev.storebridge.sandbox.shopify;
