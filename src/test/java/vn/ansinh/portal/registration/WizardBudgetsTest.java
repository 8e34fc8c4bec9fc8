package vn.ansinh.portal.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.platform.Ids;
import vn.ansinh.registration.DraftId;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class WizardBudgetsTest {

  @Autowired Budgets budgets;
  WizardBudgets wizard;

  @BeforeEach
  void small_limits() {
    wizard = new WizardBudgets(budgets, new PortalLimits(2, 2, 3, 2, 3, 2, 1, 1));
  }

  @Test
  void a_robot_check_without_work_is_refused() {
    assertThatThrownBy(() -> new PortalLimits(2, 2, 3, 2, 3, 2, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the robot check needs at least one hash");
  }

  @Test
  void a_network_does_not_fill_the_database_with_drafts() {
    var here = somewhere();
    wizard.beginDraft(here);
    wizard.beginDraft(here);
    assertThatThrownBy(() -> wizard.beginDraft(here)).isInstanceOf(ResponseStatusException.class);
    assertThatCode(() -> wizard.beginDraft(somewhere())).doesNotThrowAnyException();
  }

  @Test
  void neither_a_draft_nor_a_network_has_pictures_drawn_without_end() {
    var here = somewhere();
    var draft = new DraftId(Ids.next());
    wizard.takePicture(draft, here);
    wizard.takePicture(draft, here);
    assertThatThrownBy(() -> wizard.takePicture(draft, somewhere()))
        .isInstanceOf(ResponseStatusException.class);
    wizard.takePicture(new DraftId(Ids.next()), here);
    assertThatThrownBy(() -> wizard.takePicture(new DraftId(Ids.next()), here))
        .isInstanceOf(ResponseStatusException.class);
  }

  @Test
  void a_draft_is_no_oracle_for_what_the_population_registry_knows() {
    var here = somewhere();
    var draft = new DraftId(Ids.next());
    assertThat(wizard.mayAskRegistry(draft, here)).isTrue();
    assertThat(wizard.mayAskRegistry(draft, here)).isTrue();
    assertThat(wizard.mayAskRegistry(draft, somewhere())).isFalse();
    assertThat(wizard.mayAskRegistry(new DraftId(Ids.next()), here)).isTrue();
    assertThat(wizard.mayAskRegistry(new DraftId(Ids.next()), here)).isFalse();
    assertThat(wizard.mayAskRegistry(new DraftId(Ids.next()), somewhere())).isTrue();
  }

  @Test
  void a_confirmed_draft_is_no_oracle_for_the_phones_of_others() {
    var here = somewhere();
    var draft = new DraftId(Ids.next());
    assertThat(wizard.maySubmit(draft, here)).isTrue();
    wizard.refusedAsTaken(here);
    assertThat(wizard.maySubmit(draft, here)).isFalse();
    assertThat(wizard.maySubmit(new DraftId(Ids.next()), here)).isFalse();
    assertThat(wizard.maySubmit(draft, somewhere())).isFalse();
    assertThat(wizard.maySubmit(new DraftId(Ids.next()), somewhere())).isTrue();
  }

  private static MockHttpServletRequest somewhere() {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(
        "2001:db8:%x:%x::1"
            .formatted(
                ThreadLocalRandom.current().nextInt(0x10000),
                ThreadLocalRandom.current().nextInt(0x10000)));
    return request;
  }
}
