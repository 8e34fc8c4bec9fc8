package vn.ansinh.portal.mydata;

import java.util.List;
import vn.ansinh.datarights.Downloads;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/**
 * The form that asks for the password before all data are handed over.
 *
 * @param form what was chosen: {@code pdf} or {@code json}
 */
public record DownloadPage(List<Option> forms, String form, Problems problems) {

  public int most() {
    return Downloads.MOST;
  }
}
