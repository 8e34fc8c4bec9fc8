package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.AccountClosings;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Denials;
import vn.ansinh.accounts.LostContacts;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.audit.Actor;
import vn.ansinh.datarights.DataDownloaded;
import vn.ansinh.datarights.Downloads;
import vn.ansinh.datarights.RequestDesk;
import vn.ansinh.datarights.RequestKind;
import vn.ansinh.datarights.Requests;
import vn.ansinh.datarights.TakenData;
import vn.ansinh.guardianship.AuthorisationTakenUp;
import vn.ansinh.guardianship.LinkId;
import vn.ansinh.people.People;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;
import vn.ansinh.staff.Role;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

@LetterBoxTest
class InboxTest {

  static final List<TopicChannel> EVERYTHING =
      Arrays.stream(Topic.values())
          .flatMap(topic -> Stream.of(Channel.values()).map(it -> new TopicChannel(topic, it)))
          .toList();

  @Autowired Inbox inbox;
  @Autowired LostContacts lostContacts;
  @Autowired Denials denials;
  @Autowired AccountClosings closings;
  @Autowired Secrets secrets;
  @Autowired ApplicationEventPublisher events;
  @Autowired Downloads downloads;
  @Autowired Requests requests;
  @Autowired RequestDesk desk;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired TestStaff staff;
  @Autowired TestClock clock;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient sql;

  PersonId lan;
  String number;

  @BeforeEach
  void somebody_with_a_phone_and_an_address() {
    clock.reset();
    staff.provincialOffice();
    var somebody = Somebody.withAccount(people, accounts);
    lan = somebody.id();
    number = somebody.number();
  }

  @Test
  void what_is_told_by_two_channels_is_kept_once_and_sealed() {
    TakenData.of(downloads, lan);
    assertThat(sent("DATA_DOWNLOADED")).isEqualTo(2);
    assertThat(inbox.of(lan))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.headline()).isEqualTo("Toàn bộ dữ liệu của Ông/Bà vừa được tải về");
              assertThat(it.topic()).isEqualTo(Topic.SECURITY);
              assertThat(it.read()).isFalse();
            });
    var stored =
        sql.sql("select headline from notifications.notice where person_id = :id")
            .param("id", lan.value())
            .query(byte[].class)
            .single();
    assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("liệu", "Ông/Bà");
  }

  @Test
  void choices_end_when_the_account_may_have_been_anothers_and_are_not_made_without_end() {
    for (int i = 0; i < 20; i++) {
      assertThat(inbox.choose(lan, i % 2 == 0 ? EVERYTHING : List.of())).isTrue();
    }
    assertThat(inbox.choose(lan, EVERYTHING)).isFalse();
    assertThat(inbox.choose(lan, List.of())).as("nothing to change").isTrue();
    clock.advance(java.time.Duration.ofDays(1));
    assertThat(inbox.choose(lan, EVERYTHING)).isTrue();
    lostContacts.replace(lan, Contact.phone(Somebody.anyPhone()), Actor.SYSTEM);
    assertThat(inbox.unwanted(lan)).isEmpty();
  }

  @Test
  void one_is_read_then_all_are_and_nobody_reads_anothers() {
    tell(3);
    var minh = Somebody.withAccount(people, accounts).id();
    assertThat(inbox.unread(lan)).isEqualTo(3);
    var newest = inbox.of(lan).getFirst().id();
    inbox.read(minh, newest);
    inbox.readAll(minh);
    assertThat(inbox.of(minh)).isEmpty();
    assertThat(inbox.unread(lan)).isEqualTo(3);
    inbox.read(lan, newest);
    assertThat(inbox.unread(lan)).isEqualTo(2);
    inbox.readAll(lan);
    assertThat(inbox.unread(lan)).isZero();
    assertThat(inbox.of(lan)).hasSize(3).allMatch(Notice::read);
  }

  @Test
  void what_is_not_wanted_is_kept_and_not_sent() {
    answered();
    assertThat(sent("DATA_REQUEST_ANSWERED")).as("by phone and by mail").isEqualTo(2);
    inbox.choose(lan, EVERYTHING);
    answered();
    assertThat(sent("DATA_REQUEST_ANSWERED")).isEqualTo(2);
    assertThat(inbox.of(lan)).filteredOn(it -> it.topic() == Topic.REQUEST).hasSize(2);
    inbox.choose(lan, List.of());
    assertThat(inbox.unwanted(lan)).isEmpty();
    answered();
    assertThat(sent("DATA_REQUEST_ANSWERED")).isEqualTo(4);
    inbox.choose(lan, List.of(new TopicChannel(Topic.REQUEST, Channel.EMAIL)));
    answered();
    assertThat(sent("DATA_REQUEST_ANSWERED")).as("by phone only").isEqualTo(5);
  }

  @Test
  void every_alarm_carries_the_link_that_freezes_the_account() {
    var minh = Somebody.withAccount(people, accounts).id();
    var told =
        transaction.execute(
            _ -> {
              events.publishEvent(new DataDownloaded(lan, clock.instant()));
              requests.send(lan, RequestKind.ACCESS, "Xin cung cấp quá trình đóng.");
              events.publishEvent(
                  new AuthorisationTakenUp(new LinkId(UUID.randomUUID()), lan, minh));
              // Before they are sent, and what they said is erased.
              return Stream.of("DATA_DOWNLOADED", "DATA_REQUEST_SUBMITTED", "CARER_BEGAN")
                  .flatMap(it -> texts(it).stream())
                  .toList();
            });
    assertThat(told)
        .hasSize(6)
        .allSatisfy(it -> assertThat(denials.isOpen(link(it))).as(it).isTrue());
    assertThat(inbox.of(lan)).noneMatch(it -> it.headline().contains("/not-me/"));
    assertThat(denials.deny(link(told.getFirst()))).isTrue();
    assertThat(
            sql.sql("select frozen_at is not null from accounts.account where person_id = :id")
                .param("id", lan.value())
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void what_an_account_was_told_ends_with_it() {
    TakenData.of(downloads, lan);
    transaction.executeWithoutResult(
        _ -> closings.close(closings.hold(lan).orElseThrow(), Actor.SYSTEM));
    assertThat(inbox.of(lan)).isEmpty();
    tell(1);
    accounts.open(
        lan, number, List.of(Contact.email(Somebody.anyEmail())), Locale.of("vi"), Actor.SYSTEM);
    assertThat(inbox.of(lan)).as("told in between").isEmpty();
    assertThat(inbox.unread(lan)).isZero();
  }

  private List<String> texts(String kind) {
    return sql.sql(
            "select id, content from notifications.message where person_id = :id and kind = :kind")
        .param("id", lan.value())
        .param("kind", kind)
        .query(
            (row, _) ->
                secrets.openText(
                    row.getBytes("content"),
                    "notifications.message.content." + row.getString("id")))
        .list();
  }

  private static String link(String text) {
    var found = Pattern.compile("/not-me/([\\w-]{22})").matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }

  @Test
  void security_is_told_by_every_channel_whatever_is_chosen() {
    inbox.choose(lan, EVERYTHING);
    assertThat(inbox.unwanted(lan)).noneMatch(it -> it.topic() == Topic.SECURITY).hasSize(6);
    TakenData.of(downloads, lan);
    assertThat(sent("DATA_DOWNLOADED")).isEqualTo(2);
  }

  @Test
  void a_choice_stands_on_the_trail() {
    inbox.choose(lan, EVERYTHING);
    assertThat(
            sql.sql(
                    """
                    select details ->> 'unwanted' from audit.entry
                    where person_id = :id and action = 'NOTICE_CHANNELS_CHOSEN'
                    """)
                .param("id", lan.value())
                .query(String.class)
                .list())
        .containsExactly("6");
  }

  @Test
  void older_ones_follow_and_unread_ones_are_counted_no_further_than_shown() {
    tell(Inbox.MOST_UNREAD + 5);
    assertThat(inbox.unread(lan)).isEqualTo(Inbox.MOST_UNREAD);
    var first = inbox.of(lan);
    assertThat(first).hasSize(Inbox.PAGE + 1);
    var second = inbox.of(lan, first.get(Inbox.PAGE - 1).id());
    assertThat(second.getFirst().id()).isEqualTo(first.getLast().id());
  }

  @Test
  void after_a_year_they_are_forgotten() {
    tell(2);
    clock.advance(Inbox.KEPT_FOR.minusDays(1));
    inbox.sweep();
    assertThat(inbox.of(lan)).hasSize(2);
    clock.advance(Duration.ofDays(2));
    inbox.sweep();
    assertThat(inbox.of(lan)).isEmpty();
  }

  private void tell(int times) {
    for (int i = 0; i < times; i++) {
      transaction.executeWithoutResult(
          _ -> inbox.keep(lan, MessageKind.PASSWORD_AGED, new UUID(0, 1), "Nhắc"));
    }
  }

  private void answered() {
    requests.send(lan, RequestKind.ACCESS, "Xin cung cấp quá trình đóng.");
    var request = requests.of(lan).getFirst();
    var an = staff.officer(request.officeCode(), Role.REVIEWER);
    desk.answer(request.id(), true, "Đã gửi kèm.", an);
  }

  private long sent(String kind) {
    return sql.sql(
            "select count(*) from notifications.message where person_id = :id and kind = :kind")
        .param("id", lan.value())
        .param("kind", kind)
        .query(Long.class)
        .single();
  }
}
