/**
 * What stands between us and a platform: the guard of each account (quota, pace, concurrency,
 * breaker, time-out, retry) and the one way out to the network.
 */
package dev.storebridge.resilience;
