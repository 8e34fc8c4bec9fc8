package vn.ansinh.registration;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;
import vn.ansinh.platform.Secrets;

@Repository
class DraftStore {

  /** Room for several found numbers; what is found must not show in the length stored. */
  private static final int FOUND_LENGTH = 1024;

  private final JdbcClient sql;
  private final Secrets secrets;
  private final JsonMapper json;

  DraftStore(JdbcClient sql, Secrets secrets, JsonMapper json) {
    this.sql = sql;
    this.secrets = secrets;
    this.json = json;
  }

  void insert(StoredDraft draft, byte[] secretHash, Instant now) {
    sql.sql(
            """
            insert into registration.draft
              (id, secret_hash, content, candidates, confirmed_contact, confirmed_phone, verified_facts,
               correcting_declaration, created_at, expires_at)
            values (:id, :secretHash, :content, :found, :confirmed, :phone, :verified, :correcting, :now,
                    :expiresAt)
            """)
        .param("id", draft.id().value())
        .param("secretHash", secretHash)
        .param("content", sealed(draft.id(), draft.content()))
        .param("found", sealed(draft.id(), draft.found()))
        .param("confirmed", draft.confirmedContact())
        .param("phone", draft.confirmedPhone())
        .param("verified", draft.verifiedFacts())
        .param("correcting", draft.correcting() == null ? null : draft.correcting().value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("expiresAt", draft.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<StoredDraft> find(byte[] secretHash, Instant now) {
    return sql.sql(
            """
            select id, content, candidates, code_sent_to, confirmed_contact, confirmed_phone,
                   verified_facts,
                   correcting_declaration, submitted_declaration, expires_at,
                   (select string_agg(kind || ' ' || file_id, ' ') from registration.draft_photo
                    where draft_id = draft.id) as photos
            from registration.draft where secret_hash = :secretHash and expires_at > :now
            """)
        .param("secretHash", secretHash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> draft(row))
        .optional();
  }

  Optional<StoredDraft> find(DraftId id) {
    return sql.sql(
            """
            select id, content, candidates, code_sent_to, confirmed_contact, confirmed_phone,
                   verified_facts,
                   correcting_declaration, submitted_declaration, expires_at,
                   (select string_agg(kind || ' ' || file_id, ' ') from registration.draft_photo
                    where draft_id = draft.id) as photos
            from registration.draft where id = :id
            """)
        .param("id", id.value())
        .query((row, _) -> draft(row))
        .optional();
  }

  /** Until the end of the transaction nobody else changes or submits it. */
  Optional<StoredDraft> lock(DraftId id) {
    // Two statements: one that had to wait would read the photos as they were before the wait.
    return sql.sql("select id from registration.draft where id = :id for update")
        .param("id", id.value())
        .query(UUID.class)
        .optional()
        .flatMap(_ -> find(id));
  }

  void save(DraftId id, DraftContent content, Instant expiresAt) {
    sql.sql(
            """
            update registration.draft set content = :content, expires_at = :expiresAt
            where id = :id and submitted_declaration is null
            """)
        .param("id", id.value())
        .param("content", sealed(id, content))
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  void saveFound(DraftId id, List<StoredDraft.Found> found) {
    sql.sql(
            """
            update registration.draft set candidates = :found
            where id = :id and submitted_declaration is null
            """)
        .param("id", id.value())
        .param("found", sealed(id, found))
        .update();
  }

  void saveCodeSentTo(DraftId id, byte[] contact) {
    sql.sql("update registration.draft set code_sent_to = :contact where id = :id")
        .param("id", id.value())
        .param("contact", contact)
        .update();
  }

  void confirmContact(DraftId id) {
    sql.sql("update registration.draft set confirmed_contact = code_sent_to where id = :id")
        .param("id", id.value())
        .update();
  }

  void confirmPhone(DraftId id, byte[] phone) {
    sql.sql("update registration.draft set confirmed_phone = :phone where id = :id")
        .param("id", id.value())
        .param("phone", phone)
        .update();
  }

  void saveVerified(DraftId id, byte @Nullable [] proof) {
    sql.sql("update registration.draft set verified_facts = :proof where id = :id")
        .param("id", id.value())
        .param("proof", proof)
        .update();
  }

  /** What was typed is the declaration's from now on; the draft only remembers what it became. */
  void spend(DraftId id, DeclarationId declaration) {
    sql.sql(
            """
            with photos as (delete from registration.draft_photo where draft_id = :id)
            update registration.draft
            set submitted_declaration = :declaration, content = :content, candidates = null,
                code_sent_to = null, confirmed_contact = null, confirmed_phone = null,
                verified_facts = null
            where id = :id
            """)
        .param("id", id.value())
        .param("declaration", declaration.value())
        .param("content", sealed(id, DraftContent.empty("vi")))
        .update();
  }

  void putPhoto(DraftId id, FileKind kind, FileId file, Instant expiresAt) {
    sql.sql(
            """
            with kept as (update registration.draft set expires_at = :expiresAt where id = :id)
            insert into registration.draft_photo (draft_id, kind, file_id) values (:id, :kind, :file)
            on conflict (draft_id, kind) do update set file_id = excluded.file_id
            """)
        .param("id", id.value())
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .param("kind", kind.name())
        .param("file", file.value())
        .update();
  }

  void deletePhoto(DraftId id, FileKind kind) {
    sql.sql("delete from registration.draft_photo where draft_id = :id and kind = :kind")
        .param("id", id.value())
        .param("kind", kind.name())
        .update();
  }

  /** Safe on many nodes: each takes others than its neighbours. */
  List<StoredDraft> lockExpired(Instant now, int most) {
    return sql.sql(
            """
            select id, content, candidates, code_sent_to, confirmed_contact, confirmed_phone,
                   verified_facts,
                   correcting_declaration, submitted_declaration, expires_at,
                   (select string_agg(kind || ' ' || file_id, ' ') from registration.draft_photo
                    where draft_id = draft.id) as photos
            from registration.draft where expires_at <= :now
            order by expires_at limit :most for update skip locked
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query((row, _) -> draft(row))
        .list();
  }

  List<StoredDraft> lockCorrecting(DeclarationId declaration) {
    return sql.sql(
            """
            select id, content, candidates, code_sent_to, confirmed_contact, confirmed_phone,
                   verified_facts,
                   correcting_declaration, submitted_declaration, expires_at,
                   (select string_agg(kind || ' ' || file_id, ' ') from registration.draft_photo
                    where draft_id = draft.id) as photos
            from registration.draft where correcting_declaration = :declaration for update
            """)
        .param("declaration", declaration.value())
        .query((row, _) -> draft(row))
        .list();
  }

  void delete(DraftId id) {
    sql.sql("delete from registration.draft where id = :id").param("id", id.value()).update();
  }

  private StoredDraft draft(ResultSet row) throws SQLException {
    var id = new DraftId(row.getObject("id", UUID.class));
    return new StoredDraft(
        id,
        json.readValue(
            secrets.openText(row.getBytes("content"), "registration.draft.content." + id.value()),
            DraftContent.class),
        found(id, row.getBytes("candidates")),
        photos(row.getString("photos")),
        row.getBytes("code_sent_to"),
        row.getBytes("confirmed_contact"),
        row.getBytes("confirmed_phone"),
        row.getBytes("verified_facts"),
        declaration(row.getObject("correcting_declaration", UUID.class)),
        declaration(row.getObject("submitted_declaration", UUID.class)),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }

  /** {@code PORTRAIT id PAPER_FRONT id}. */
  private static Photos photos(@Nullable String listed) {
    var photos = Photos.NONE;
    var words = listed == null ? new String[0] : listed.split(" ");
    for (int i = 0; i + 1 < words.length; i += 2) {
      photos = photos.with(FileKind.valueOf(words[i]), new FileId(UUID.fromString(words[i + 1])));
    }
    return photos;
  }

  private byte[] sealed(DraftId id, DraftContent content) {
    return secrets.seal(
        json.writeValueAsString(content), "registration.draft.content." + id.value());
  }

  private byte[] sealed(DraftId id, List<StoredDraft.Found> found) {
    var bytes = json.writeValueAsString(found).getBytes(StandardCharsets.UTF_8);
    var padded = Arrays.copyOf(bytes, Math.max(FOUND_LENGTH, bytes.length));
    Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
    return secrets.seal(padded, "registration.draft.candidates." + id.value());
  }

  private List<StoredDraft.Found> found(DraftId id, byte @Nullable [] sealed) {
    if (sealed == null) {
      return List.of();
    }
    var text = secrets.openText(sealed, "registration.draft.candidates." + id.value());
    return List.of(json.readValue(text, StoredDraft.Found[].class));
  }

  private static @Nullable DeclarationId declaration(@Nullable UUID id) {
    return id == null ? null : new DeclarationId(id);
  }
}
