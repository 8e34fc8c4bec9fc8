package vn.ansinh.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.mock.http.MockHttpOutputMessage;
import vn.ansinh.platform.Wiped;

/** Opened pictures do not stay in the memory of the web process once they are used. */
class PictureAnswersTest {

  private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, 7, 7, 7};

  @Test
  void a_picture_is_zeros_once_it_is_sent() throws IOException {
    var opened = PICTURE.clone();
    var answer = PictureAnswers.jpeg(opened);
    var sent = new MockHttpOutputMessage();
    new ResourceHttpMessageConverter().write(answer.getBody(), null, sent);
    assertThat(sent.getBodyAsBytes()).isEqualTo(PICTURE);
    assertThat(opened).containsOnly(0);
  }

  @Test
  void one_whose_reader_has_gone_is_zeros_too() throws IOException {
    var opened = PICTURE.clone();
    try (var in = PictureAnswers.jpeg(opened).getBody().getInputStream()) {
      assertThatThrownBy(
              () ->
                  in.transferTo(
                      new OutputStream() {
                        @Override
                        public void write(int one) throws IOException {
                          throw new IOException("gone");
                        }
                      }))
          .hasMessage("gone");
    }
    assertThat(opened).containsOnly(0);
  }

  @Test
  void what_was_opened_for_a_moment_is_zeros_afterwards_whatever_happens() {
    var used = PICTURE.clone();
    int length = Wiped.after(used, it -> it.length);
    assertThat(length).isEqualTo(PICTURE.length);
    assertThat(used).containsOnly(0);
    var failed = PICTURE.clone();
    assertThatThrownBy(
            () ->
                Wiped.after(
                    failed,
                    _ -> {
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(failed).containsOnly(0);
  }
}
