/**
 * The language of the field: products, listings, money and stock as pure records. Knows no platform
 * and no framework; everything else speaks it.
 */
package dev.storebridge.commerce;
