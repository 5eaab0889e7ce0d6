package dev.storebridge.connect;

/** Fired when a store, or a shop that is linked with it, lets us in from now on. */
record Opened(String storeId) {}
