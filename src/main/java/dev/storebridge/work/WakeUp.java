package dev.storebridge.work;

/**
 * Says that a store account has due marks. Carries nothing else: what is true stands in the rows.
 */
public record WakeUp(String storeId) {}
