package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import vn.ansinh.platform.Overloaded;
import vn.ansinh.printing.Press;

class Form01QueueTest {

  @Test
  void whoever_finds_no_press_in_time_is_to_come_again_and_takes_none_with_them() {
    var presses = new Semaphore(0);
    var documents = new Form01Documents(new Press(presses, Duration.ZERO));
    assertThatThrownBy(() -> documents.render(Form01Fixtures.ofOldAddress()))
        .isInstanceOf(Overloaded.class);
    presses.release();
    assertThat(documents.render(Form01Fixtures.ofOldAddress())).startsWith("%PDF-".getBytes());
    assertThat(presses.availablePermits()).isOne();
  }
}
