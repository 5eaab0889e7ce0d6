/** The pure half: a sale and the merchant's rules give the order to be placed, to the cent. */
package dev.storebridge.sync.order.draft;
