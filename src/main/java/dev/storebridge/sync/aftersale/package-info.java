/**
 * What becomes of orders after they were placed: cancellations either way, returns and refunds,
 * each carried to the other side once, as the merchant's rules say.
 */
package dev.storebridge.sync.aftersale;
