/**
 * Stock of a store and of its shops: what every shop may show when one pool feeds them all, and the
 * orders of channels as far as they take units out of it.
 */
package dev.storebridge.sync.inventory;
