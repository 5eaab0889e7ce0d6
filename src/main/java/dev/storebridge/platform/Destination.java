package dev.storebridge.platform;

import java.net.URI;
import java.util.Optional;

/**
 * Where an account is to send its webhooks.
 *
 * @param secret to sign them with, where that is ours to choose
 */
public record Destination(URI url, Optional<Secret> secret) {}
