/**
 * From the listing that should be and the one that was applied last to the smallest set of calls.
 * Pure; the same plan is shown or carried out.
 */
package dev.storebridge.sync.listing.plan;
