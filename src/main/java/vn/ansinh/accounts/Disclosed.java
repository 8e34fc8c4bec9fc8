package vn.ansinh.accounts;

import static vn.ansinh.platform.PersonalTable.INTERNAL;
import static vn.ansinh.platform.PersonalTable.SECRET;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.PersonalTable;
import vn.ansinh.platform.PersonalTables;

/** What this module holds about persons, and what of it they are handed (ADR 23). */
@Component
class Disclosed implements PersonalTables {

  private static final String BRIEF = "kept for minutes, and of no use but to who has the secret";

  @Override
  public List<PersonalTable> personalTables() {
    return List.of(
        PersonalTable.ofPerson("accounts.account", "person_id")
            .handing("addresses", "status", "language", "opened_at", "first_password_until")
            .handing("password_set_at", "password_reminded_at", "frozen_at", "closed_at")
            .leaving(INTERNAL, "person_id")
            .leaving("another person's id", "lent_by")
            .leaving(SECRET, "password_hash", "first_password_hash"),
        PersonalTable.ofPerson("accounts.phone_claim", "person_id")
            .handing("confirmed", "claimed_at")
            .leaving(INTERNAL, "person_id")
            .leaving("a hash of the phone the account names", "phone_hash"),
        PersonalTable.ofPerson("accounts.email_claim", "person_id")
            .handing("claimed_at")
            .leaving(INTERNAL, "person_id")
            .leaving("a hash of the address the account names", "email_hash"),
        PersonalTable.ofPerson("accounts.contact_change", "person_id")
            .handing("channel", "step", "wanted", "begun_at", "due_at")
            .leaving(INTERNAL, "person_id", "id", "session_id"),
        PersonalTable.ofPerson("accounts.known_device", "person_id")
            .handing("name", "first_used_at", "last_used_at", "place")
            .handing("signed_in_by", "provider", "level")
            .leaving(INTERNAL, "person_id", "id")
            .leaving(SECRET, "secret_hash", "network_hash"),
        PersonalTable.ofPerson("accounts.session", "person_id")
            .handing("device", "started_at", "last_seen_at", "ended_at", "end_reason")
            .leaving(INTERNAL, "person_id", "id")
            .leaving(SECRET, "secret_hash", "device_hash"));
  }

  @Override
  public Map<String, String> keptBack() {
    return Map.of(
        "accounts.code", BRIEF,
        "accounts.denial", BRIEF,
        "accounts.pending_entry", BRIEF,
        "accounts.ticket", BRIEF,
        "accounts.recovery", "what a visitor typed, who may be anybody; kept for minutes");
  }
}
