package vn.ansinh.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.ansinh.files.Upload.Reason;
import vn.ansinh.imaging.Workers;
import vn.ansinh.platform.Overloaded;

class CodePhotosTest {

  @Test
  void a_photo_that_costs_its_worker_is_refused_and_where_none_starts_people_come_again() {
    var imaging = Workers.started(1, Duration.ofMillis(1));
    var photos = new CodePhotos(imaging);
    assertThat(photos.read(Pictures.png(3000, 2000)))
        .isEqualTo(new CodePhoto.Refused(Reason.QUARANTINED));
    imaging.stop();
    assertThatThrownBy(() -> photos.read(Pictures.jpeg(800, 600))).isInstanceOf(Overloaded.class);
  }
}
