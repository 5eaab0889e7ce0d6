/**
 * What the demo shop sells: an original homewares catalogue, products that are broken on purpose,
 * and large generated catalogues, independent of the platform that a sandbox imitates.
 */
package dev.storebridge.sandbox.catalogue;
