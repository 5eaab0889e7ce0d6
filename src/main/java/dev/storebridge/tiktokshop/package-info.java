/**
 * TikTok Shop as a channel. One table of endpoints, one signer over the bytes that are sent, one
 * translator each way and one table that turns TikTok's error codes into reactions and words.
 */
package dev.storebridge.tiktokshop;
