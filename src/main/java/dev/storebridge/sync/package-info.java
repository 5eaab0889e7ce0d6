/** The promises to the merchant, one folder each: they look, plan and apply. */
package dev.storebridge.sync;
