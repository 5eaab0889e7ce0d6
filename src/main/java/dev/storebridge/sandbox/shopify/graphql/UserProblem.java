package dev.storebridge.sandbox.shopify.graphql;

import java.util.List;

/** A business error: no entry of {@code errors} but of the payload's {@code userErrors}. */
public record UserProblem(List<String> field, String message, String code) {

  static final List<String> TYPES =
      List.of(
          "UserError",
          "BulkOperationUserError",
          "InventoryMoveQuantitiesUserError",
          "InventorySetQuantitiesUserError",
          "ProductVariantsBulkUpdateUserError",
          "OrderCreateUserError",
          "OrderCancelUserError");

  static TypeFields<UserProblem> fields(String type) {
    TypeFields<UserProblem> fields =
        new TypeFields<>(type, UserProblem.class)
            .field("field", UserProblem::field)
            .field("message", UserProblem::message);
    return type.equals("UserError") ? fields : fields.field("code", UserProblem::code);
  }
}
