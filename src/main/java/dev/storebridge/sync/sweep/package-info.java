/**
 * The backup of lost webhooks: what changed is asked for again and again, and every night all that
 * a shop shows is compared with what we believe of it. Marks only; repairs are others' work.
 */
package dev.storebridge.sync.sweep;
