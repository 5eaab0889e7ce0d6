/** Storebridge keeps a merchant's store and their TikTok Shop in line. */
package dev.storebridge;
