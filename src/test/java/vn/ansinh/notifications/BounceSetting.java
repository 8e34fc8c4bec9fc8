package vn.ansinh.notifications;

import jakarta.mail.Flags;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Channel;

/** A mailbox of returned mail that fills, and readers for it. */
abstract class BounceSetting extends OutboxSetting {

  @Autowired MailMarks marks;
  @Autowired BounceStore store;
  @Autowired Bounces bounces;
  @Autowired BounceWatch watch;

  ReturnedMail mailbox;

  @BeforeEach
  void open() throws Exception {
    mailbox = new ReturnedMail();
    sql.sql(
            """
            update notifications.bounce_reading
            set due_at = '-infinity', holder = null, read_at = null, problem = null
            """)
        .update();
  }

  @AfterEach
  void close() {
    mailbox.close();
  }

  BounceReader reader() {
    return reader(mailbox.settings());
  }

  BounceReader reader(BounceSettings settings) {
    return new BounceReader(
        new BounceMailbox(settings, null), settings, store, marks, bounces, clock);
  }

  /** Now, although it may have been a moment ago. */
  void read() {
    read(mailbox.settings());
  }

  void read(BounceSettings settings) {
    clock.advance(settings.every());
    if (!reader(settings).round(() -> false)) {
      throw new AssertionError("it is somebody else's turn");
    }
  }

  /** An e-mail a mail server has taken. */
  UUID sent() {
    var id = queue(Channel.EMAIL);
    run(courier(Scripted.taking(Channel.EMAIL)));
    return id;
  }

  long lines(UUID message) {
    return sql.sql(
            """
            select count(*) from audit.entry
            where action = 'MESSAGE_UNDELIVERABLE' and subject_id = :id
            """)
        .param("id", message.toString())
        .query(Long.class)
        .single();
  }

  long deleted() throws Exception {
    return mailbox.left().stream().filter(it -> it.getFlags().contains(Flags.Flag.DELETED)).count();
  }
}
