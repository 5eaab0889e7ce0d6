package dev.storebridge.platform;

import java.net.URI;
import java.util.Optional;

/**
 * The keys of one app of the service at a platform.
 *
 * @param name its name in the configuration
 * @param serviceId what TikTok's consent page is opened with; empty elsewhere
 * @param consentUrl the consent page, where the configuration names one
 */
public record AppKeys(
    String name, String key, Secret secret, String serviceId, Optional<URI> consentUrl) {}
