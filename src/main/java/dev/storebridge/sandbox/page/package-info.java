/**
 * One page that shows the simulated stores and TikTok Shop next to each other, edits products and
 * flips faults.
 */
package dev.storebridge.sandbox.page;
