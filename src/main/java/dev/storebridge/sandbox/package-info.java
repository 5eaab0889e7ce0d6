/**
 * Local platforms and a local database for demonstration and tests. Stands by itself: it knows no
 * other room, so that it cannot share their mistakes. Never part of the production package.
 */
package dev.storebridge.sandbox;
