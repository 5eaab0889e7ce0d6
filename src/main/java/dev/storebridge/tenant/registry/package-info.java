/**
 * The tenants that run now: watches the folder of files, keeps the last good version of each, and
 * agrees with the other replicas through the database.
 */
package dev.storebridge.tenant.registry;
