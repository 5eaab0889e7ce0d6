/**
 * The mapping store: which id here is which id there, what we applied last, and what we intend to
 * create.
 */
package dev.storebridge.mapping;
