/** Statements in the database's own words, for the rooms that keep rows. Knows no table. */
package dev.storebridge.sql;
