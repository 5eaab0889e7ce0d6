/**
 * What the simulated platforms share in sending webhooks: trying again, and bad days on the way.
 */
package dev.storebridge.sandbox.post;
