package dev.storebridge.sandbox.shopify;

import dev.storebridge.sandbox.http.CallLog;
import java.time.Instant;

/**
 * A call that arrived.
 *
 * @param operation name of the GraphQL operation, or what else was asked for
 * @param status HTTP status of the answer, 0 when none was given
 * @param outcome ok, or the first error's code, or the fault that struck
 * @param requestedCost null when nothing was charged
 */
public record Call(
    Instant arrivedAt,
    String operation,
    int status,
    String outcome,
    Integer requestedCost,
    Integer actualCost)
    implements CallLog.Noted {}
