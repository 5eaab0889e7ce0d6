/**
 * The merchants: one YAML file each, loaded strictly into records, reloaded when it changes. The
 * last good version of a file runs on when a new one is refused.
 */
package dev.storebridge.tenant;
