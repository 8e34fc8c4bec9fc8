package vn.ansinh.portal.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class UnitSuggestionsTest {

  @Autowired MockMvcTester http;

  @Test
  void at_most_ten_wards_are_suggested() {
    assertThat(http.get().uri("/units").param("q", "hoa binh"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$")
        .asArray()
        .hasSizeBetween(1, 10);
  }

  @Test
  void an_old_ward_comes_with_what_it_is_now() {
    assertThat(http.get().uri("/units").param("layer", "UNTIL_2025").param("q", "tan phu quan 7"))
        .bodyJson()
        .extractingPath("$[0]")
        .asMap()
        .containsEntry("province", "79")
        .containsEntry("district", "778")
        .containsEntry("ward", "27487")
        .containsEntry("now", java.util.List.of("Phường Tân Mỹ, Thành phố Hồ Chí Minh"));
  }

  @Test
  void the_answer_is_the_same_for_everybody_and_may_be_kept() {
    var answer = http.get().uri("/units").param("q", "tan my").exchange();
    assertThat(answer).headers().hasValue("Cache-Control", "max-age=3600, public");
    assertThat(answer).headers().doesNotContainHeaders("Set-Cookie");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000", "🙂", "'; drop table", "<!>", "%"})
  void hostile_queries_find_nothing(String typed) {
    assertThat(http.get().uri("/units").param("q", typed)).hasStatusOk().bodyText().isEqualTo("[]");
  }

  @Test
  void a_query_of_ten_thousand_letters_is_answered() {
    assertThat(http.perform(get("/units").param("q", "a".repeat(10_000)))).hasStatusOk();
    assertThat(http.get().uri("/units")).hasStatusOk();
  }
}
