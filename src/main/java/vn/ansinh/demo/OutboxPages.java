package vn.ansinh.demo;

import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Channel;
import vn.ansinh.demo.OutboxPage.Letter;
import vn.ansinh.notifications.DemoMessage;
import vn.ansinh.notifications.DemoOutbox;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.web.Answers;

/** Everybody's letter box: what the demo sends goes here instead of to the world. */
@DemoOnly
@Controller
class OutboxPages {

  private final DemoOutbox outbox;

  OutboxPages(DemoOutbox outbox) {
    this.outbox = outbox;
  }

  @GetMapping("/demo/outbox")
  ModelAndView list(@RequestParam(defaultValue = "") String recipient) {
    var letters = outbox.newest(recipient).stream().map(OutboxPages::letter).toList();
    return Answers.page("demo/outbox", new OutboxPage(recipient, letters));
  }

  @GetMapping("/demo/outbox/{id}/form-01.pdf")
  ResponseEntity<byte[]> document(@PathVariable UUID id) {
    return outbox
        .document(id)
        .map(
            it ->
                ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .cacheControl(CacheControl.noStore())
                    .body(it))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static Letter letter(DemoMessage message) {
    return new Letter(
        message.id().toString(),
        message.channel() == Channel.SMS,
        message.channel() == Channel.SMS ? "notices.channel.sms" : "notices.channel.email",
        message.kindKey(),
        message.recipient(),
        VietnamTime.show(message.sentAt()),
        message.title(),
        LetterText.paragraphs(message.text()),
        message.hasDocument() ? "/demo/outbox/%s/form-01.pdf".formatted(message.id()) : null);
  }
}
