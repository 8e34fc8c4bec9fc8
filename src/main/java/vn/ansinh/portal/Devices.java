package vn.ansinh.portal;

import jakarta.servlet.http.HttpServletRequest;
import vn.ansinh.accounts.Device;
import vn.ansinh.web.Visitor;

/** What a request tells about the device it comes from. */
public final class Devices {

  private Devices() {}

  public static Device of(HttpServletRequest request) {
    var visitor = Visitor.of(request);
    return new Device(visitor.network(), visitor.browser());
  }
}
