package vn.ansinh.registration;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.RowsMigration;
import vn.ansinh.platform.Secrets;

/**
 * Declarations from before consents were taken down: the tick "Nhận tờ khai qua email" on Form 01
 * was consent, lawfully given, and stands in the stored declaration. It becomes a word on record,
 * as old as the declaration, shown to the person and withdrawn like any other (ADR 26). Nothing is
 * taken over where there is any word of the holder, a withdrawn one above all. An approved one
 * speaks for the account its approval opened, as long as that is not closed: an account opened
 * later is another, and so is what its owner declared for it.
 */
@Configuration(proxyBeanMethods = false)
class DeclaredConsentsMigration {

  @Bean
  JavaMigration takeDeclaredConsents(Secrets secrets, JsonMapper json) {
    return new RowsMigration(
        "202611291103",
        "take declared consents",
        rows ->
            rows.move(
                """
                with declared as (
                  select id, language, submitted_at, decided_at, facts,
                    case when status = 'APPROVED' then matched_person_id else id end as holder,
                    status = 'APPROVED' as approved
                  from registration.declaration
                  where facts is not null)
                select id, holder, language, submitted_at, facts
                from declared
                where holder is not null
                  and not exists (
                    select from consents.consent
                    where holder_id = holder and purpose = 'FORM_BY_EMAIL')
                  and (not approved
                    or exists (
                      select from accounts.account
                      where person_id = holder and closed_at is null
                        -- opened in the transaction of the decision, which reads the clock before
                        and opened_at < declared.decided_at + interval '1 hour')
                    and not exists (
                      select from registration.declaration newer
                      where newer.matched_person_id = holder and newer.status = 'APPROVED'
                        and (newer.decided_at, newer.id) > (declared.decided_at, declared.id)))
                """,
                List.of(
                    """
                    insert into consents.consent
                      (holder_id, id, purpose, wording, language, given_at, given_where, given_on)
                    select ?, ?, 'FORM_BY_EMAIL', 0, ?, ?, 'DECLARATION', ''
                    where ?
                    on conflict do nothing
                    """),
                row -> {
                  var id = new DeclarationId(row.getObject("id", UUID.class));
                  var facts =
                      json.readValue(
                          secrets.openText(row.getBytes("facts"), DeclarationStore.context(id)),
                          FactsRecord.class);
                  return List.<@Nullable Object[]>of(
                      new Object[] {
                        row.getObject("holder", UUID.class),
                        Ids.next(),
                        Objects.equals(row.getString("language"), "en") ? "en" : "vi",
                        row.getObject("submitted_at", java.time.OffsetDateTime.class),
                        Boolean.parseBoolean(facts.fields().get(Field.RECEIVES_BY_EMAIL))
                      });
                }));
  }
}
