/**
 * What is out of line and who works on it: marks, claims, leases, parking with a problem, import
 * runs. Marks say <em>that</em> something changed, never what; they are rows that are never
 * deleted.
 */
package dev.storebridge.work;
