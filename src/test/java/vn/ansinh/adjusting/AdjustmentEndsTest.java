package vn.ansinh.adjusting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.AccountClosed;
import vn.ansinh.accounts.AccountFrozen;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.LostContacts;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.audit.Actor;
import vn.ansinh.support.LetterBoxTest;

/** Withdrawn, ended with the account, or left lying: nothing of it stays. */
@LetterBoxTest
class AdjustmentEndsTest extends DeskSetting {

  @Autowired LostContacts lostContacts;

  @Test
  void withdrawn_nothing_of_it_stays_and_another_can_be_asked_for() {
    askers.handedIn(lan);
    var picture = askers.now(lan).pictures().all();
    assertThat(adjustments.withdraw(lan.id())).isTrue();
    assertThat(adjustments.withdraw(lan.id())).isFalse();
    assertThat(askers.now(lan).status()).isEqualTo(AdjustmentStatus.WITHDRAWN);
    assertThat(askers.now(lan).content()).isNull();
    assertThat(files.safety(picture)).isEmpty();
    assertThat(askers.told(lan)).last().as("by every channel").isEqualTo("ADJUSTMENT_WITHDRAWN");
    assertThat(adjustments.form01(lan.id())).isEmpty();
    askers.handedIn(lan);
  }

  @Test
  void an_account_frozen_or_given_back_ends_what_is_open() {
    askers.handedIn(lan);
    lostContacts.replace(lan.id(), Contact.phone(Somebody.anyPhone()), Actor.SYSTEM);
    assertThat(askers.now(lan).status()).isEqualTo(AdjustmentStatus.WITHDRAWN);
    assertThat(askers.audited("ADJUSTMENT_ENDED", lan)).isEqualTo(1);
    assertThat(askers.told(lan)).last().isEqualTo("ADJUSTMENT_ENDED");
    var minh = askers.asker();
    askers.renaming(minh, askers.today());
    tell(new AccountClosed(minh.id()));
    var ngoc = askers.asker();
    askers.handedIn(ngoc);
    tell(new AccountFrozen(ngoc.id()));
    assertThat(adjustments.newest(minh.id())).as("a draft").isEmpty();
    assertThat(askers.now(ngoc).status()).isEqualTo(AdjustmentStatus.WITHDRAWN);
    assertThat(askers.told(ngoc)).last().isEqualTo("ADJUSTMENT_ENDED");
    assertThat(askers.told(minh)).as("never handed in").isEmpty();
  }

  @Test
  void what_is_left_lying_is_erased_after_thirty_days() {
    var draft = askers.renaming(lan, askers.today());
    clock.advance(settings.draftsKeptFor().minusMinutes(1));
    upkeep.run();
    assertThat(askers.now(lan).content()).isNotNull();
    clock.advance(Duration.ofMinutes(2));
    upkeep.run();
    assertThat(adjustments.newest(lan.id())).isEmpty();
    assertThat(files.safety(draft.pictures().all())).isEmpty();
    assertThat(askers.audited("ADJUSTMENT_ERASED", lan)).isEqualTo(1);
  }

  @Test
  void whose_request_was_returned_and_lapses_is_told() {
    var id = askers.handedIn(lan);
    desk.take(id, an);
    desk.returnForCorrection(id, askers.now(lan).version(), an, "Ảnh mờ");
    assertThat(askers.now(lan).status()).isEqualTo(AdjustmentStatus.RETURNED);
    clock.advance(settings.draftsKeptFor().plusMinutes(1));
    upkeep.run();
    assertThat(askers.now(lan).content()).isNull();
    var told = askers.told(lan);
    assertThat(told).last().isEqualTo("ADJUSTMENT_LAPSED");
    upkeep.run();
    assertThat(askers.told(lan)).as("once").isEqualTo(told);
  }

  private void tell(Object event) {
    transaction.executeWithoutResult(_ -> context.publishEvent(event));
  }
}
