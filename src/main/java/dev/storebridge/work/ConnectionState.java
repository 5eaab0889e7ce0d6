package dev.storebridge.work;

/**
 * What we remember of a connection beside its rules.
 *
 * @param live true from the first import or apply on: changes flow by themselves
 * @param paused true while the merchant wants nothing sent
 */
public record ConnectionState(boolean live, boolean paused) {}
