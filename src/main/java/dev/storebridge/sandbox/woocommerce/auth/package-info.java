/** The shop's keys and the ways to show one. */
package dev.storebridge.sandbox.woocommerce.auth;
