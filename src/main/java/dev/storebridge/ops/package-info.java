/** What an operator needs: the command line, health, metrics, the audit of the books. */
package dev.storebridge.ops;
