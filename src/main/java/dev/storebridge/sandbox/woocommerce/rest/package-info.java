/** The routes of {@code wc/v3}: strict where the real ones are, in the words of WordPress. */
package dev.storebridge.sandbox.woocommerce.rest;
