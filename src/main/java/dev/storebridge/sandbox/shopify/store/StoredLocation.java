package dev.storebridge.sandbox.shopify.store;

/** A place where stock lies. */
public record StoredLocation(
    long id, String name, String address1, String city, String zip, String provinceCode) {}
