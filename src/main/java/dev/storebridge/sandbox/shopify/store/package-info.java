/** What the imitated Shopify store holds: products, variants, media, locations and stock. */
package dev.storebridge.sandbox.shopify.store;
