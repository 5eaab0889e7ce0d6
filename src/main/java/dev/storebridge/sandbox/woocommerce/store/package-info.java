/** What the shop holds: products, variations, pictures and the shop's time. */
package dev.storebridge.sandbox.woocommerce.store;
