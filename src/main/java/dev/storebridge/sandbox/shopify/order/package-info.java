/** The orders of the simulated Shopify store, and what they do to its stock. */
package dev.storebridge.sandbox.shopify.order;
