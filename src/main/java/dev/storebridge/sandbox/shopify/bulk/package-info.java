/** Bulk operations: their life from order to file, and the file they leave. */
package dev.storebridge.sandbox.shopify.bulk;
