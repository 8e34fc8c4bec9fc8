package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.LostContacts;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.audit.Actor;
import vn.ansinh.datarights.Downloads;
import vn.ansinh.datarights.RequestDesk;
import vn.ansinh.datarights.RequestKind;
import vn.ansinh.datarights.Requests;
import vn.ansinh.people.People;
import vn.ansinh.platform.PersonId;
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

  @BeforeEach
  void somebody_with_a_phone_and_an_address() {
    clock.reset();
    staff.provincialOffice();
    lan = Somebody.withAccount(people, accounts).id();
  }

  @Test
  void what_is_told_by_two_channels_is_kept_once_and_sealed() {
    downloads.take(lan, "json");
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
    assertThat(sent("DATA_REQUEST_ANSWERED")).isEqualTo(1);
    inbox.choose(lan, EVERYTHING);
    answered();
    assertThat(sent("DATA_REQUEST_ANSWERED")).isEqualTo(1);
    assertThat(inbox.of(lan)).filteredOn(it -> it.topic() == Topic.REQUEST).hasSize(2);
    inbox.choose(lan, List.of());
    assertThat(inbox.unwanted(lan)).isEmpty();
    answered();
    assertThat(sent("DATA_REQUEST_ANSWERED")).isEqualTo(2);
  }

  @Test
  void security_is_told_by_every_channel_whatever_is_chosen() {
    inbox.choose(lan, EVERYTHING);
    assertThat(inbox.unwanted(lan)).noneMatch(it -> it.topic() == Topic.SECURITY).hasSize(6);
    downloads.take(lan, "json");
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
