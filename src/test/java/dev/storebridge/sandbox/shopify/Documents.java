package dev.storebridge.sandbox.shopify;

/** The documents that the tests send. */
final class Documents {

  static final String PRODUCTS_PAGE =
      """
      query ProductsPage($first: Int! = 10, $after: String, $query: String) {
        products(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
          nodes {
            id legacyResourceId title handle descriptionHtml vendor productType status tags
            createdAt updatedAt publishedAt totalInventory tracksInventory hasOnlyDefaultVariant
            isGiftCard
            category { id fullName }
            options { id name position optionValues { id name hasVariants } }
            featuredMedia { id }
            media(first: 10) {
              nodes {
                id mediaContentType alt status
                ... on MediaImage { image { url width height altText } }
              }
            }
            variantsCount { count precision }
            variants(first: 20) {
              nodes {
                id legacyResourceId title displayName sku barcode position price compareAtPrice
                taxable inventoryPolicy inventoryQuantity availableForSale
                selectedOptions { name value optionValue { id } }
                updatedAt
                inventoryItem {
                  id sku tracked requiresShipping countryCodeOfOrigin harmonizedSystemCode
                  measurement { weight { value unit } }
                  unitCost { amount currencyCode }
                }
              }
              pageInfo { hasNextPage endCursor }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  static final String PRODUCT_BY_ID =
      """
      query ProductById($id: ID!, $variantsFirst: Int! = 100, $variantsAfter: String) {
        product(id: $id) {
          id title status updatedAt
          options { id name position optionValues { id name } }
          variants(first: $variantsFirst, after: $variantsAfter) {
            nodes {
              id sku barcode price compareAtPrice inventoryPolicy inventoryQuantity
              selectedOptions { name value }
              media(first: 1) { nodes { id ... on MediaImage { image { url } } } }
              inventoryItem { id tracked measurement { weight { value unit } } }
            }
            pageInfo { hasNextPage endCursor }
          }
        }
      }
      """;

  static final String VARIANTS_BY_SKU =
      """
      query VariantsBySku($query: String!, $first: Int! = 50, $after: String) {
        productVariants(first: $first, after: $after, query: $query) {
          nodes {
            id sku barcode title
            product { id title status }
            inventoryItem { id tracked }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  static final String LOCATIONS =
      """
      query Locations($first: Int! = 50, $after: String) {
        locations(first: $first, after: $after, includeInactive: false, includeLegacy: false) {
          nodes {
            id name isActive fulfillsOnlineOrders shipsInventory isFulfillmentService
            fulfillmentService { id serviceName handle }
            address { address1 city zip countryCode provinceCode }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  static final String SHOP =
      """
      query Shop {
        shop {
          id name myshopifyDomain
          primaryDomain { host url }
          email currencyCode weightUnit ianaTimezone taxesIncluded
          plan { publicDisplayName partnerDevelopment shopifyPlus }
          shopAddress { countryCodeV2 }
        }
        currentAppInstallation { id app { id handle title } accessScopes { handle } }
      }
      """;

  static final String ITEMS_BY_ID =
      """
      query InventoryItemsById($ids: [ID!]!, $locationId: ID!) {
        nodes(ids: $ids) {
          ... on InventoryItem {
            id sku tracked updatedAt
            inventoryLevel(locationId: $locationId) {
              id isActive
              quantities(names: ["available", "on_hand", "committed"]) { name quantity }
            }
          }
        }
      }
      """;

  static final String LEVELS_BY_LOCATION =
      """
      query Levels($locationId: ID!, $first: Int! = 100, $after: String, $query: String) {
        location(id: $locationId) {
          id name
          inventoryLevels(first: $first, after: $after, query: $query) {
            nodes {
              id isActive updatedAt
              item { id sku tracked }
              quantities(names: ["available", "on_hand", "committed", "incoming", "reserved"]) {
                name quantity updatedAt
              }
            }
            pageInfo { hasNextPage endCursor }
          }
        }
      }
      """;

  static final String BULK_RUN =
      """
      mutation BulkRun($query: String!, $groupObjects: Boolean! = false) {
        bulkOperationRunQuery(query: $query, groupObjects: $groupObjects) {
          bulkOperation { id status createdAt }
          userErrors { field message code }
        }
      }
      """;

  static final String BULK_POLL =
      """
      query BulkPoll($id: ID!) {
        bulkOperation(id: $id) {
          id status type errorCode createdAt completedAt objectCount rootObjectCount fileSize url
          partialDataUrl
        }
      }
      """;

  static final String BULK_CANCEL =
      """
      mutation BulkCancel($id: ID!) {
        bulkOperationCancel(id: $id) {
          bulkOperation { id status }
          userErrors { field message }
        }
      }
      """;

  static final String INVENTORY_SET =
      """
      mutation InventorySet($input: InventorySetQuantitiesInput!, $idempotencyKey: String!) {
        inventorySetQuantities(input: $input) @idempotent(key: $idempotencyKey) {
          inventoryAdjustmentGroup {
            id createdAt reason referenceDocumentUri
            app { id }
            changes { name delta quantityAfterChange item { id sku } location { id } }
          }
          userErrors { field message code }
        }
      }
      """;

  private Documents() {}
}
