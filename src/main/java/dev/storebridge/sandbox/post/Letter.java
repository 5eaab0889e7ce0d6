package dev.storebridge.sandbox.post;

import java.net.URI;
import java.util.Map;

/**
 * A webhook ready to be sent, signed over these very bytes.
 *
 * @param topic the platform's word for what happened; switches can be meant for one topic
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only passed on
public record Letter(String topic, URI to, Map<String, String> headers, byte[] body) {}
