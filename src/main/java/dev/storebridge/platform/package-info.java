/**
 * What a platform must be able to do, as ports, and what we keep of a merchant's accounts there.
 * The adapters (one folder a platform) implement {@link dev.storebridge.platform.Storefront},
 * {@link dev.storebridge.platform.Channel} and {@link dev.storebridge.platform.Authoriser}; the
 * rooms that own state implement {@link dev.storebridge.platform.Credentials}, {@link
 * dev.storebridge.platform.LinkedShops} and {@link dev.storebridge.platform.QuotaBook}.
 */
package dev.storebridge.platform;
