/**
 * A local WooCommerce: WordPress' REST API with its keys, its pages and its strictness, the page
 * where a merchant hands over a key, webhooks and pictures, with switches for the bad days of hosts
 * and plugins. Start it with {@link dev.storebridge.sandbox.woocommerce.WooCommerceSandbox}.
 *
 * <p>Where the reference is silent it chooses, and says so here: {@code after} and {@code before}
 * leave out the very second they name; a filter's date with a zone is turned into the shop's wall
 * clock, so that {@code Z} together with {@code dates_are_gmt=true} misses by the shop's offset;
 * equal sort keys are sorted by id; {@code ?rest_route=} takes the same keys as {@code /wp-json};
 * pictures are not downloaded but drawn.
 */
package dev.storebridge.sandbox.woocommerce;
