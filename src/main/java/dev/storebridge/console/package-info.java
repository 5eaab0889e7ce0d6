/** What people and programs see: the JSON API under {@code /api} and the web pages. */
package dev.storebridge.console;
