package dev.storebridge.tenant.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.given.TestDatabase;
import dev.storebridge.tenant.registry.TenantBook.Clash;
import dev.storebridge.tenant.registry.TenantBook.Version;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
@QuarkusTest
@WithTestResource(TestDatabase.class)
class StoredTenantBookTest {

  private static final Claim SHOP = new Claim(Claim.Kind.SHOP, "book-7");

  @Inject TenantBook book;
  @Inject TenantRegistry registry;

  @AfterEach
  void forget() {
    book.hashes().keySet().forEach(book::forget);
  }

  private static Version version(String tenant, String text, Claim... claims) {
    return new Version(
        tenant,
        Sha256.hex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        text,
        Set.of(claims));
  }

  @Test
  void remembersWhatWasAcceptedLast() {
    book.accept(List.of(version("book-a", "one")));
    book.accept(List.of(version("book-a", "two")));
    assertThat(book.text("book-a")).contains("two");
    assertThat(book.hashes())
        .containsEntry(
            "book-a", Sha256.hex("two".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  @Test
  void refusesAllOfAFileForOneClaim() {
    book.accept(List.of(version("book-a", "one", SHOP)));
    Claim free = new Claim(Claim.Kind.STORE, "book-free");
    assertThat(book.accept(List.of(version("book-b", "x", SHOP, free), version("book-c", "y"))))
        .isEqualTo(Map.of("book-b", List.of(new Clash(SHOP, "book-a"))));
    assertThat(book.hashes()).containsOnlyKeys("book-a", "book-c");
    assertThat(book.accept(List.of(version("book-c", "z", free)))).isEmpty();
  }

  @Test
  void freesAShopButNeverAStore() {
    Claim store = new Claim(Claim.Kind.STORE, "book-store");
    book.accept(List.of(version("book-a", "one", SHOP, store)));
    book.forget("book-a");
    assertThat(book.hashes()).doesNotContainKey("book-a");
    assertThat(book.accept(List.of(version("book-b", "x", SHOP)))).isEmpty();
    assertThat(book.accept(List.of(version("book-b", "x", store)))).containsKey("book-b");
  }

  @Test
  void acceptsManyAtOnce() {
    List<Version> many =
        IntStream.range(0, 1_200)
            .mapToObj(
                i -> version("book-" + i, "text", new Claim(Claim.Kind.SHOP, "book-many-" + i)))
            .toList();
    assertThat(book.accept(many)).isEmpty();
    assertThat(book.hashes()).hasSize(1_200);
  }

  @Test
  void theRegistryRunsInTheService() {
    assertThat(registry.reload()).isEmpty();
  }
}
