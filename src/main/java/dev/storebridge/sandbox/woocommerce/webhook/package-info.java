/** Subscriptions to events and their delivery. */
package dev.storebridge.sandbox.woocommerce.webhook;
