package dev.storebridge.commerce;

/** One choice of an offer: the sales attribute's name on the channel and its value. */
public record OptionValue(String name, String value) {}
