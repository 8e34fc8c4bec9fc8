package vn.ansinh.portal.contacts;

import vn.ansinh.accounts.Channel;

/** What the channels are called in addresses and message keys. */
final class Kinds {

  private Kinds() {}

  static String of(Channel channel) {
    return switch (channel) {
      case SMS -> "phone";
      case EMAIL -> "email";
    };
  }

  static Channel channel(String kind) {
    return kind.equals("phone") ? Channel.SMS : Channel.EMAIL;
  }
}
