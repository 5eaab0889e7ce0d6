package dev.storebridge.sandbox.shopify.graphql;

import java.time.Instant;

/**
 * A bulk operation as clients see it.
 *
 * @param status CREATED, RUNNING, COMPLETED, FAILED, CANCELING or CANCELED
 * @param url null while it runs, after a failure and for an empty result
 */
public record BulkJob(
    long id,
    String status,
    String errorCode,
    Instant createdAt,
    Instant completedAt,
    long objects,
    long roots,
    Long bytes,
    String url,
    String query) {}
