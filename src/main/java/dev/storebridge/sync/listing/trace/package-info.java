/** Why a listing shows what it shows: every look, plan, call and answer, kept for a while. */
package dev.storebridge.sync.listing.trace;
