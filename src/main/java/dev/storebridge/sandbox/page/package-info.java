/**
 * One page that shows both simulated platforms next to each other, edits products and flips faults.
 */
package dev.storebridge.sandbox.page;
