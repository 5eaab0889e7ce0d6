package dev.storebridge.sandbox.tiktok;

/**
 * One call as the log remembers it.
 *
 * @param number counts from 1 since start or reset
 * @param arrivedNanos monotonic, this process only
 * @param arrivedEpochNanos wall clock
 * @param shop empty when the call did not get as far as a shop
 * @param status HTTP status; 0 when the connection was reset
 * @param code error code of the envelope; 0 is success, -1 an answer without envelope
 * @param body the first characters of a JSON body
 */
public record Call(
    long number,
    long arrivedNanos,
    long arrivedEpochNanos,
    String endpoint,
    String path,
    String shop,
    int status,
    int code,
    long tookNanos,
    String body) {}
