/**
 * The beans that the YAML routes call, and the bus. The only Java that knows Camel; it decides
 * nothing.
 */
package dev.storebridge.route;
