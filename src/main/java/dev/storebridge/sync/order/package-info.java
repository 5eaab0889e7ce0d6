/**
 * Orders of channels become orders of stores, each exactly once: composed by the merchant's rules,
 * placed under an intent, bound together with the stock they take.
 */
package dev.storebridge.sync.order;
