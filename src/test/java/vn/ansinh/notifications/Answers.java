package vn.ansinh.notifications;

import java.util.ArrayList;
import java.util.List;

/** What a transport tells of a batch. */
record Answers(Transport transport) {

  List<Handing> hand(List<Outgoing> batch) {
    var answers = new ArrayList<Handing>();
    var told = new ArrayList<Outgoing>();
    transport.hand(
        batch,
        (message, answer) -> {
          told.add(message);
          answers.add(answer);
        });
    if (!told.equals(batch)) {
      throw new AssertionError("not every message was told of in order");
    }
    return answers;
  }
}
