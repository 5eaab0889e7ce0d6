/**
 * Where webhooks come in: verified on the bytes that were sent, kept together with the marks they
 * make, answered only then. Nothing is acted on here.
 */
package dev.storebridge.ingress;
