package dev.storebridge.sandbox.woocommerce;

import dev.storebridge.sandbox.http.CallLog;
import java.time.Instant;

/**
 * A call that arrived.
 *
 * @param operation method and route, such as {@code GET /products/{id}}
 * @param status HTTP status of the answer, 0 when none was given
 * @param outcome ok, or the error's code, or the fault that struck
 */
public record Call(Instant arrivedAt, String operation, int status, String outcome)
    implements CallLog.Noted {}
