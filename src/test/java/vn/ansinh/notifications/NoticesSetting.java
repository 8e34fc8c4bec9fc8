package vn.ansinh.notifications;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import vn.ansinh.accounts.Channel;
import vn.ansinh.consents.Consents;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.DeclarationSubmitted;
import vn.ansinh.registration.Declarations;

/** Applicants, and what is sent to them; nothing leaves before a test takes it. */
abstract class NoticesSetting extends OutboxSetting {

  static final OfficerId OFFICER = Applicants.OFFICER;
  static final AtomicBoolean FAILING = new AtomicBoolean();

  @Autowired Applicants applicants;
  @Autowired Declarations declarations;
  @Autowired Deliveries messages;
  @Autowired ApplicationEventPublisher events;
  @Autowired DeclarationNotices notices;
  @Autowired Consents consents;

  List<Outgoing> sent(Channel channel) {
    var out = Scripted.taking(channel);
    run(courier(out));
    return out.taken;
  }

  Outgoing last(Channel channel, MessageKind kind) {
    return sent(channel).stream().filter(it -> it.kind() == kind).toList().getLast();
  }

  Delivery only(DeclarationId id, Channel channel) {
    return messages.of(id.value()).stream()
        .filter(it -> it.channel() == channel)
        .reduce((_, _) -> null)
        .orElseThrow();
  }

  List<String> tasks(DeclarationId id) {
    return sql.sql("select channel from review.task where declaration_id = :id")
        .param("id", id.value())
        .query(String.class)
        .list();
  }

  /** Something that fails after the notices are written. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Failing {

    @Bean
    Object failingListener() {
      return new Object() {
        @EventListener
        @Order(Ordered.LOWEST_PRECEDENCE)
        public void on(DeclarationSubmitted event) {
          if (FAILING.getAndSet(false)) {
            throw new IllegalStateException("after the notices");
          }
        }
      };
    }
  }
}
