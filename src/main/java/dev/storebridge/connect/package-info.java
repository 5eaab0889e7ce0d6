/**
 * How accounts are connected: consent links and callbacks, grants and their tokens (encrypted at
 * rest, refreshed in time, by one worker), which shop a connection is linked with, and in which
 * state its accounts are.
 */
package dev.storebridge.connect;
