/** Subscriptions to events and the delivery of what happens in the store. */
package dev.storebridge.sandbox.shopify.webhook;
