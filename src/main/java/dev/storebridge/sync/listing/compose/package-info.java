/**
 * From a product and a merchant's rules to the listing that should be, or to every reason why not.
 * Pure: what must be known of the channel is handed in.
 */
package dev.storebridge.sync.listing.compose;
