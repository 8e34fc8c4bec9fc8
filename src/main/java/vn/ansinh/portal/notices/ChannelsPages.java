package vn.ansinh.portal.notices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.notifications.Inbox;
import vn.ansinh.notifications.Topic;
import vn.ansinh.notifications.TopicChannel;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Texts;

/** The choice of channels for each topic; of security there is nothing to choose. */
@Controller
class ChannelsPages {

  private static final String PATH = NoticesPages.PATH + "/channels";

  private final Inbox inbox;
  private final Texts texts;

  ChannelsPages(Inbox inbox, Texts texts) {
    this.inbox = inbox;
    this.texts = texts;
  }

  @GetMapping(PATH)
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String notice,
      Locale language) {
    var unwanted = inbox.unwanted(session.person());
    return Answers.page(
        "portal/notices/channels",
        new ChannelsPage(
            Topic.toChoose().stream().map(it -> row(it, unwanted, language)).toList(),
            notice.equals("saved")));
  }

  /** Boxes that are not ticked are not sent. */
  @PostMapping(PATH)
  ModelAndView save(
      @AuthenticationPrincipal CitizenSession session, @RequestParam Map<String, String> sent) {
    var unwanted = boxes().filter(it -> !sent.containsKey(name(it))).toList();
    if (!inbox.choose(session.person(), unwanted)) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    return Answers.seeOther(PATH + "?notice=saved");
  }

  private ChannelsPage.Row row(Topic topic, Set<TopicChannel> unwanted, Locale language) {
    return new ChannelsPage.Row(
        texts.of(language, "noticecentre.topic." + topic),
        texts.of(language, "noticecentre.topic." + topic + ".hint"),
        boxes()
            .filter(it -> it.topic() == topic)
            .map(
                it ->
                    new ChannelsPage.Box(
                        name(it),
                        texts.of(language, "noticecentre.channel." + it.channel()),
                        !unwanted.contains(it)))
            .toList());
  }

  private static Stream<TopicChannel> boxes() {
    return Topic.toChoose().stream()
        .flatMap(topic -> Arrays.stream(Channel.values()).map(it -> new TopicChannel(topic, it)));
  }

  private static String name(TopicChannel box) {
    return box.topic() + "-" + box.channel();
  }
}
