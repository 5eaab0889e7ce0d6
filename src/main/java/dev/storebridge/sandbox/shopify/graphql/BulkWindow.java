package dev.storebridge.sandbox.shopify.graphql;

/**
 * Marks a query that runs as a bulk operation: paging arguments do not count, connections below the
 * root give everything, and the root's give the rows of this window.
 */
public record BulkWindow(int offset, int size) {}
