package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.files.FileKind;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.registration.Completeness.Finding;
import vn.ansinh.registration.NumberSearch.Search;
import vn.ansinh.registration.Submission.Accepted;
import vn.ansinh.support.LetterBoxTest;

@LetterBoxTest
class NumberSearchTest {

  @Autowired NumberSearch search;
  @Autowired Drafts drafts;
  @Autowired Declarations declarations;
  @Autowired Applicants applicants;
  @Autowired JdbcClient sql;

  @Test
  void ones_own_number_is_found_and_offered_masked() {
    var known = applicants.known();
    var draft = looking("nguyễn thị hòa mẫu", "15/1/1990", known.details().personalId());
    assertThat(look(draft)).isEqualTo(new Search.Searched());
    var candidates = drafts.find(draft.secret()).orElseThrow().candidates();
    var number = known.typed().get(Field.NUMBER);
    assertThat(candidates).hasSize(1);
    assertThat(candidates.getFirst().masked())
        .isEqualTo(number.substring(0, 2) + "••••••" + number.substring(8));
    assertThat(candidates.getFirst().token()).doesNotContain(number);
  }

  @Test
  void a_number_found_is_declared_but_never_shown_whole() {
    var known = applicants.known();
    var draft = looking("Nguyễn Thị Hoà Mẫu", "15/01/1990", known.details().personalId());
    look(draft);
    var token = drafts.find(draft.secret()).orElseThrow().candidates().getFirst().token();
    var typed = Applicants.typing(known.typing(Field.NUMBER, ""), Field.CANDIDATE, token);
    for (var kind : FileKind.OF_DECLARATION) {
      applicants.photo(draft.id(), kind);
    }
    drafts.save(draft.id(), DraftContent.empty("vi").with(typed));
    applicants.confirm(draft.id());
    var id = ((Accepted) declarations.submit(draft.id(), UUID.randomUUID())).id();
    var declaration = declarations.find(id).orElseThrow();
    assertThat(declaration.facts().socialInsuranceNumber())
        .isEqualTo(known.typed().get(Field.NUMBER));
    assertThat(declaration.facts().numberShown()).contains("••••••");
    assertThat(declaration.matched()).isEqualTo(known.person());
  }

  @Test
  void a_token_of_one_draft_is_worthless_in_another() {
    var known = applicants.known();
    var draft = looking("Nguyễn Thị Hoà Mẫu", "15/01/1990", known.details().personalId());
    look(draft);
    var token = drafts.find(draft.secret()).orElseThrow().candidates().getFirst().token();
    var other = drafts.start();
    drafts.save(other.id(), DraftContent.empty("vi").with(Map.of(Field.CANDIDATE, token)));
    assertThat(drafts.check(other.id()).problems(Step.NUMBER))
        .containsExactly(new Finding(Field.CANDIDATE, "UNKNOWN"));
  }

  @Test
  void hit_and_miss_answer_alike_and_store_alike() {
    var known = applicants.known();
    var hit = looking("Nguyễn Thị Hoà Mẫu", "15/01/1990", known.details().personalId());
    var wrongName = looking("Nguyễn Thị Hoa Mẫu", "15/01/1990", known.details().personalId());
    var wrongDate = looking("Nguyễn Thị Hoà Mẫu", "1990", known.details().personalId());
    assertThat(look(hit)).isEqualTo(look(wrongName)).isEqualTo(look(wrongDate));
    for (var miss : List.of(wrongName, wrongDate)) {
      assertThat(offered(miss).masked())
          .hasSameSizeAs(offered(hit).masked())
          .matches("\\d{2}•{6}\\d{2}");
      assertThat(offered(miss).token()).hasSameSizeAs(offered(hit).token());
    }
    assertThat(stored(hit)).isEqualTo(stored(wrongName));
  }

  @Test
  void the_same_data_always_show_the_same_number_found_or_not() {
    var paper = RegisterFixtures.personalId();
    var once = looking("Nguyễn Thị Hoà Mẫu", "15/01/1990", paper);
    var again = looking("nguyễn thị hòa mẫu", "15/1/1990", paper);
    look(once);
    look(again);
    assertThat(offered(once).masked()).isEqualTo(offered(again).masked()).startsWith("79");
    assertThat(offered(once).token()).isNotEqualTo(offered(again).token());
  }

  @Test
  void a_number_shown_for_data_that_fit_nobody_leads_on_and_is_refused_only_behind_the_code() {
    var typed = Applicants.stranger();
    var draft = looking("Nguyễn Thị Hoà Mẫu", "15/01/1990", typed.get(Field.PAPER_NUMBER));
    look(draft);
    var chosen =
        Applicants.typing(
            Applicants.typing(typed, Field.NUMBER, ""), Field.CANDIDATE, offered(draft).token());
    for (var kind : FileKind.OF_DECLARATION) {
      applicants.photo(draft.id(), kind);
    }
    drafts.save(draft.id(), DraftContent.empty("vi").with(chosen));
    assertThat(drafts.check(draft.id()).isComplete()).isTrue();
    assertThat(declarations.submit(draft.id(), UUID.randomUUID()))
        .isEqualTo(new Submission.NotConfirmed());
    applicants.confirm(draft.id());
    var answer = declarations.submit(draft.id(), UUID.randomUUID());
    assertThat(answer).isEqualTo(new Submission.NumberNotFound());
    assertThat(answer.tellsOfOthers()).as("counts against the network").isTrue();
  }

  @Test
  void every_look_up_stands_on_the_trail_found_or_not() {
    var known = applicants.known();
    var hit = looking("Nguyễn Thị Hoà Mẫu", "15/01/1990", known.details().personalId());
    var miss = looking("Nguyễn Thị Hoa Mẫu", "15/01/1990", known.details().personalId());
    look(hit);
    look(miss);
    assertThat(trail(hit)).containsExactly("1");
    assertThat(trail(miss)).containsExactly("0");
  }

  @Test
  void a_device_has_ten_look_ups_an_hour() {
    var draft = looking("Nguyễn Thị Hoà Mẫu", "15/01/1990", "079190000001");
    for (int i = 0; i < 10; i++) {
      assertThat(look(draft)).isEqualTo(new Search.Searched());
    }
    assertThat(look(draft)).isInstanceOf(Search.BudgetSpent.class);
  }

  @Test
  void a_network_has_sixty_look_ups_an_hour() {
    var network = Somebody.anyDevice().network();
    for (int i = 0; i < 60; i++) {
      var draft = looking("Nguyễn Thị Hoà Mẫu", "15/01/1990", "079190000001");
      assertThat(search.search(draft.id(), network)).isEqualTo(new Search.Searched());
    }
    var next = looking("Nguyễn Thị Hoà Mẫu", "15/01/1990", "079190000001");
    assertThat(search.search(next.id(), network)).isInstanceOf(Search.BudgetSpent.class);
  }

  @Test
  void what_cannot_be_looked_up_costs_no_budget_and_says_why() {
    var draft = looking("NGUYENVANA", "32/01/1990", "");
    for (int i = 0; i < 20; i++) {
      assertThat(look(draft))
          .isEqualTo(
              new Search.Invalid(
                  List.of(
                      new Finding(Field.SEARCH_NAME, "NO_SPACES"),
                      new Finding(Field.SEARCH_BIRTH_DATE, "NOT_A_DATE"),
                      new Finding(Field.SEARCH_PAPER_NUMBER, "EMPTY"))));
    }
  }

  private Drafts.NewDraft looking(String name, String born, String paper) {
    var draft = drafts.start();
    drafts.save(
        draft.id(),
        DraftContent.empty("vi")
            .with(
                Map.of(
                    Field.SEARCH_NAME, name,
                    Field.SEARCH_BIRTH_DATE, born,
                    Field.SEARCH_PAPER_NUMBER, paper)));
    return draft;
  }

  private Search look(Drafts.NewDraft draft) {
    return search.search(draft.id(), Somebody.anyDevice().network());
  }

  private Draft.Candidate offered(Drafts.NewDraft draft) {
    return drafts.find(draft.secret()).orElseThrow().candidates().getFirst();
  }

  private List<String> trail(Drafts.NewDraft draft) {
    return sql.sql(
            """
            select details ->> 'found' from audit.entry
            where action = 'NUMBER_SEARCHED' and subject_id = :id
            """)
        .param("id", draft.id().value().toString())
        .query(String.class)
        .list();
  }

  private int stored(Drafts.NewDraft draft) {
    return sql.sql("select length(candidates) from registration.draft where id = :id")
        .param("id", draft.id().value())
        .query(Integer.class)
        .single();
  }
}
