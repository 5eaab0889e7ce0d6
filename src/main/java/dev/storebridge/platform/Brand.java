package dev.storebridge.platform;

/** A brand of the channel; only an authorised one may be shown. */
public record Brand(String id, String name, boolean authorised) {}
