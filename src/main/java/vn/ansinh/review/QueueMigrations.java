package vn.ansinh.review;

import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.platform.RowsMigration;
import vn.ansinh.platform.SearchText;
import vn.ansinh.platform.TableRewrite;

/** Takes the numbers out of the text the queue was searched by. */
@Configuration(proxyBeanMethods = false)
class QueueMigrations {

  @Bean
  JavaMigration hashSearchedNumbers(QueueSearch search) {
    return new RowsMigration(
        "202611281115",
        "hash searched numbers",
        rows ->
            rows.move(
                """
                select declaration_id, full_name, code, search_text
                from review.queue_entry
                where number_hashes is null
                """,
                List.of(
                    """
                    update review.queue_entry set search_text = ?, number_hashes = ?
                    where declaration_id = ?
                    """),
                row -> {
                  var name = row.getString("full_name");
                  var code = row.getString("code");
                  return List.<@Nullable Object[]>of(
                      new Object[] {
                        QueueSearch.text(name, code),
                        search.hashes(numbers(name, code, row.getString("search_text"))),
                        row.getObject("declaration_id", UUID.class)
                      });
                }));
  }

  @Bean
  JavaMigration rewriteQueue() {
    return new TableRewrite("202611281117", "review.queue_entry");
  }

  /** What stood between the name in its two forms and the code. */
  private static String[] numbers(String name, String code, String text) {
    int from = SearchText.of(name).length() + 1 + PersonNames.searchForm(name).length();
    int until = text.length() - SearchText.of(code).length();
    return text.substring(from, until).strip().split(" +");
  }
}
