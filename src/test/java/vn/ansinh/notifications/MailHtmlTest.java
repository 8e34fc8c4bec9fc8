package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MailHtmlTest {

  @Test
  void text_becomes_paragraphs_and_an_address_on_its_own_line_a_link() {
    assertThat(
            MailHtml.of(
                "Kính gửi An,\n\nXem tại:\nhttps://example.vn/f/1?a=b&c=d", Locale.of("vi")))
        .contains("lang=\"vi\"", ">Kính gửi An,</p>", "Xem tại:<br>")
        .contains("href=\"https://example.vn/f/1?a=b&amp;c=d\"");
  }

  @Test
  void what_a_person_wrote_stays_text() {
    assertThat(MailHtml.of("<img src=x onerror=\"alert('1')\">", Locale.ENGLISH))
        .contains("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;")
        .doesNotContain("<img");
  }
}
