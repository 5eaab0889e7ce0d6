/** What becomes of a connection when its rules change: what they touch is looked at again. */
package dev.storebridge.sync.rules;
