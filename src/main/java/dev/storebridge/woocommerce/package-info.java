/**
 * WooCommerce, spoken to through its REST API, version 3: at a site that somebody else runs, so how
 * it is reached is found out, and what it answers is read leniently.
 */
package dev.storebridge.woocommerce;
