package vn.ansinh.accounts;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ansinh.accounts.SealedContacts.Addresses;
import vn.ansinh.platform.MovedRows;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.RowsMigration;
import vn.ansinh.platform.TableRewrite;

/** Puts phones and e-mail addresses that were written in plain under seal. */
@Configuration(proxyBeanMethods = false)
class ContactMigrations {

  @Bean
  JavaMigration sealContacts(SealedContacts seal) {
    return new RowsMigration(
        "202611281111",
        "seal contacts",
        rows -> {
          movePhones(rows, seal);
          moveEmails(rows, seal);
          sealAccounts(rows, seal);
        });
  }

  @Bean
  JavaMigration rewriteAccounts() {
    return new TableRewrite("202611281113", "accounts.account");
  }

  private static void movePhones(MovedRows rows, SealedContacts seal) throws SQLException {
    rows.move(
        "select phone from accounts.plain_phone_claim",
        List.of(
            """
            insert into accounts.phone_claim (phone_hash, person_id, confirmed, claimed_at)
            select ?, person_id, confirmed, claimed_at
            from accounts.plain_phone_claim where phone = ?
            """,
            "delete from accounts.plain_phone_claim where phone = ?"),
        row -> {
          var phone = row.getString("phone");
          return List.of(values(seal.hashOfPhone(phone), phone), values(phone));
        });
  }

  private static void moveEmails(MovedRows rows, SealedContacts seal) throws SQLException {
    rows.move(
        "select email from accounts.plain_email_claim",
        List.of(
            """
            insert into accounts.email_claim (email_hash, person_id, claimed_at)
            select ?, person_id, claimed_at from accounts.plain_email_claim where email = ?
            """,
            "delete from accounts.plain_email_claim where email = ?"),
        row -> {
          var email = row.getString("email");
          return List.of(values(seal.hashOfEmail(email), email), values(email));
        });
  }

  private static void sealAccounts(MovedRows rows, SealedContacts seal) throws SQLException {
    rows.move(
        """
        select person_id, user_name, phone, email from accounts.account where addresses is null
        """,
        List.of("update accounts.account set addresses = ? where person_id = ?"),
        row -> {
          var person = row.getObject("person_id", UUID.class);
          var addresses =
              new Addresses(
                  row.getString("user_name"), row.getString("phone"), row.getString("email"));
          return List.<@Nullable Object[]>of(
              values(seal.seal(new PersonId(person), addresses), person));
        });
  }

  private static @Nullable Object[] values(@Nullable Object... values) {
    return values;
  }
}
