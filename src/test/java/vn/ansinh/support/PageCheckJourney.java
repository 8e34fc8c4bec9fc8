package vn.ansinh.support;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The journeys' own eyes: what axe finds on a page fails the step. */
class PageCheckJourney extends Journey {

  @ParameterizedTest
  @MethodSource("corners")
  void a_picture_without_words_and_pale_text_fail_the_step(Way way) {
    var visitor = visitor(way);
    visitor.open("/sign-in");
    visitor.step("as-it-is");
    visitor.page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/favicon.ico\">')");
    assertThatThrownBy(() -> visitor.step("no-words")).hasMessageContaining("image-alt");
    visitor.open("/sign-in");
    visitor.page.evaluate(
        """
        const text = document.createElement('p');
        text.textContent = 'hardly to be read';
        text.style.color = '#777';
        text.style.background = '#888';
        document.querySelector('main').append(text);
        """);
    assertThatThrownBy(() -> visitor.step("pale")).hasMessageContaining("color-contrast");
    visitor.open("/sign-in");
    visitor.step("as-it-was");
  }
}
