package vn.ansinh.datarights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.ansinh.accounts.FactorChange;
import vn.ansinh.registration.DeclarationEvent;

/** A new kind of line on the trail is told to the person it is about, or says here why not. */
class DeedTest {

  private static final Map<String, Set<String>> NOT_TOLD =
      Map.of(
          "about officers, offices, lists, keys and the machine, not about a person",
          Set.of(
              "ACCOUNT_SEARCHED",
              "ACCOUNT_SEARCH_REFUSED",
              "CHILD_FILE_SEARCHED",
              "QUEUE_SEARCHED",
              "WORKING_TIMES_SEEN",
              "CODE_ENTRY_ENDED",
              "CODE_ENTRY_WRITTEN",
              "DATA_KEY_DESTROYED",
              "DATA_KEY_MADE",
              "KEY_RING_MADE",
              "MASTER_KEY_CHANGED",
              "VALUES_RESEALED",
              "OFFICER_ADDED",
              "OFFICER_CHANGED",
              "OFFICER_DEACTIVATED",
              "OFFICER_FIRST_PASSWORD_MADE",
              "OFFICER_OTHER_SESSIONS_ENDED",
              "OFFICER_PASSWORD_CHANGED",
              "OFFICER_PASSWORD_SET",
              "OFFICER_SECOND_FACTOR_ENROLLED",
              "OFFICER_SECOND_FACTOR_RESET",
              "OFFICER_SESSION_ENDED",
              "OFFICER_SIGNED_IN",
              "OFFICER_SIGNED_OUT",
              "OFFICER_SIGN_IN_CLOSED",
              "OFFICER_SIGN_IN_FAILED",
              "OFFICE_ADDED",
              "OFFICE_CHANGED",
              "OFFICE_CLOSED",
              "OFFICE_REOPENED",
              "REASON_ADDED",
              "REASON_RETIRED",
              "REASON_REWORDED",
              "PEOPLE_IMPORTED",
              "PASSWORDS_REMINDED"),
          "what the machine does by itself",
          Set.of(
              "PAPER_READ",
              "PICTURE_ERASED",
              "PICTURE_QUARANTINED",
              "PICTURE_REFUSED",
              "NOTICE_WITHHELD",
              "MESSAGE_UNDELIVERABLE",
              "MESSAGE_DISMISSED",
              "TASK_OPENED",
              "TASK_DONE",
              "ADJUSTMENT_ERASED",
              "CHILD_APPLICATION_ERASED",
              "CHILD_INVITED",
              "DECLARATION_EXPIRED",
              "DECLARATION_ERASED",
              "DECLARATION_REMINDED"),
          "a step on the way to what is told",
          Set.of(
              "CONTACTS_CLAIMED",
              "CONTACTS_MOVED",
              "CONTACTS_RELEASED",
              "CONTACT_RELEASED",
              "CONTACT_CHANGE_ANNOUNCED",
              "CONTACT_CHANGE_BEGUN",
              "CONTACT_CHANGE_STOPPED",
              "NEW_CONTACT_CONFIRMED",
              "PHONE_DISPLACED",
              "CODE_ACCEPTED",
              "CODE_REFUSED",
              "CODE_SENT",
              "RECOVERY_BEGUN",
              "RECOVERY_PROVED",
              "FIRST_PASSWORD_SHOWN",
              "STOPPING_BEGUN",
              "CLOSING_ANNOUNCED",
              "USE_STOPPED",
              "AUTHENTICATOR_OFFERED",
              "AUTHENTICATOR_RENAMED",
              "PASSKEY_OFFERED",
              "PASSKEY_RENAMED",
              "REGISTER_SEARCH_REFUSED"),
          "sign-ins and devices have a page of their own",
          Set.of(
              "SIGNED_IN",
              "SIGNED_OUT",
              "SESSION_ENDED",
              "SIGN_IN_CLOSED",
              "SIGN_IN_REFUSED",
              "PASSKEY_REFUSED",
              "SECOND_FACTOR_REFUSED",
              "DEVICES_FORGOTTEN",
              "DEVICE_FORGOTTEN"),
          "an entry of the register that is nobody",
          Set.of("DECOY_ADDED", "DECOY_SEEN"),
          "no kind of line",
          Set.of("NOT_A_DATE", "WRONG_FORMAT", "PHOTO_BROKEN"));

  private static final Pattern KIND = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");

  @Test
  void every_kind_of_line_is_told_or_left_out_for_a_reason() throws IOException {
    var known = Arrays.stream(Deed.values()).map(Deed::name).collect(Collectors.toSet());
    NOT_TOLD.values().forEach(known::addAll);
    assertThat(written()).isSubsetOf(known).hasSizeGreaterThan(90);
  }

  @Test
  void nothing_is_both_told_and_left_out() {
    var leftOut = NOT_TOLD.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    assertThat(Arrays.stream(Deed.values()).map(Deed::name)).doesNotContainAnyElementsOf(leftOut);
  }

  /** Every literal that looks like one in a file that writes lines; families are put together. */
  private static Set<String> written() throws IOException {
    var kinds = new TreeSet<String>();
    for (var deed : DeclarationEvent.Deed.values()) {
      kinds.add("DECLARATION_" + deed);
    }
    for (var change : FactorChange.values()) {
      kinds.add(change.name());
    }
    for (var status : new String[] {"SUBMITTED", "RETURNED", "APPROVED", "REJECTED"}) {
      kinds.add("CHILD_APPLICATION_" + status);
    }
    try (var files = Files.walk(Path.of("src/main/java/vn/ansinh"))) {
      for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        var source = Files.readString(file);
        if (source.contains("import vn.ansinh.audit") || source.contains("FileAudit")) {
          KIND.matcher(source).results().forEach(it -> kinds.add(it.group(1)));
        }
      }
    }
    return kinds;
  }
}
