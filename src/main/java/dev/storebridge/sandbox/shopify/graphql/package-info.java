/**
 * The Admin API's GraphQL: documents, costs, access, search and the fields of the schema's part
 * that is imitated, with Shopify's shapes of errors.
 */
package dev.storebridge.sandbox.shopify.graphql;
