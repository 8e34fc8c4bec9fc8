package vn.ansinh.adjusting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.adjusting.Askers.Asker;
import vn.ansinh.audit.Actor;
import vn.ansinh.files.Files;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.people.People;
import vn.ansinh.people.Revision;
import vn.ansinh.people.Revisions;
import vn.ansinh.staff.Officer;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

/** Somebody who asks, and an officer who may decide. */
abstract class DeskSetting {

  @Autowired ApplicationContext context;
  @Autowired Adjustments adjustments;
  @Autowired AdjustmentDesk desk;
  @Autowired AdjustmentEffects effects;
  @Autowired AdjustmentSettings settings;
  @Autowired AdjustmentUpkeep upkeep;
  @Autowired People people;
  @Autowired Revisions revisions;
  @Autowired Files files;
  @Autowired TestStaff staff;
  @Autowired TransactionTemplate transaction;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  Askers askers;
  Asker lan;
  Officer an;

  @BeforeEach
  void a_request_and_an_officer() {
    staff.provincialOffice();
    askers = new Askers(context);
    lan = askers.asker();
    an = askers.reviewer();
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  List<String> sentMail(String kind) {
    return sql.sql("select kind from notifications.message where kind = :kind and person_id = :id")
        .param("kind", kind)
        .param("id", lan.id().value())
        .query(String.class)
        .list();
  }

  IdentityPaper revise(IdentityPaper paper) {
    revise(lan, new Revision(null, null, null, paper, null, null));
    return paper;
  }

  /** The register says another name from now on. */
  void rename(Asker whom, String name) {
    revise(whom, new Revision(name, null, null, null, null, null));
  }

  private void revise(Asker whom, Revision revision) {
    transaction.executeWithoutResult(
        _ -> revisions.revise(whom.id(), revision, _ -> true, Actor.SYSTEM));
  }

  void asksForNumber(String number, LocalDate from) {
    askers.filled(
        lan,
        Set.of(Item.PAPER),
        Map.of(AdjustmentField.PAPER_KIND, "CITIZEN_CARD", AdjustmentField.PAPER_NUMBER, number),
        from);
  }

  void approvedFor(LocalDate day) {
    askers.renaming(lan, day);
    assertThat(askers.approve(askers.submitted(lan), an))
        .isEqualTo(new AdjustmentDecision.Done(false));
  }
}
