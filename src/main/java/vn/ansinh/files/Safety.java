package vn.ansinh.files;

import vn.ansinh.files.Upload.Reason;

/** Whether a picture may be seen. */
public sealed interface Safety {

  /** Received and durable; to be drawn anew first, usually within a second. */
  record Waiting() implements Safety {}

  /** Drawn anew; can be opened. */
  record Safe() implements Safety {}

  /** Will never be seen; its sender is to send another. */
  record Unsafe(Reason reason) implements Safety {}
}
