/** What the merchant sends: the channel is told carrier and tracking number, each parcel once. */
package dev.storebridge.sync.fulfilment;
