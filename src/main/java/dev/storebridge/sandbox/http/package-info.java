/**
 * What the simulated stores share on the wire: a server, its requests and answers, the faults that
 * are switched on and the log of calls.
 */
package dev.storebridge.sandbox.http;
