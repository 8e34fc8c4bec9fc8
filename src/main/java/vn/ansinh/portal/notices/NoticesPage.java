package vn.ansinh.portal.notices;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person was told, the newest first.
 *
 * @param older where it goes on; absent at the end
 */
public record NoticesPage(boolean first, boolean unread, List<Row> rows, @Nullable String older) {

  /**
   * One notice.
   *
   * @param opening where it is opened, which marks it read
   */
  public record Row(
      String id, String headline, String topic, String when, boolean read, String opening) {}
}
