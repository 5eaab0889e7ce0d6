package dev.storebridge.sandbox.post;

import dev.storebridge.sandbox.http.CallLog;
import java.time.Instant;

/**
 * One attempt to deliver a webhook.
 *
 * @param operation the topic
 * @param status HTTP status of the receiver's answer, 0 when there was none
 * @param outcome taken, refused or lost
 */
public record Delivery(Instant sentAt, String operation, String to, int status, String outcome)
    implements CallLog.Noted {}
