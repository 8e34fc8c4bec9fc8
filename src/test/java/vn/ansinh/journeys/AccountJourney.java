package vn.ansinh.journeys;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Arrivals;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.people.People;
import vn.ansinh.support.Journey;
import vn.ansinh.support.LetterBoxTest;

/** Of people who have an account; codes are read in letter boxes. */
@LetterBoxTest
abstract class AccountJourney extends Journey {

  static final String OWN = "chieu mua ben song";

  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired Arrivals arrivals;

  /** Somebody whose password is {@link #OWN}, in this browser; how one gets in is another story. */
  Somebody signedIn(Visitor visitor) {
    var somebody = Somebody.withAccount(people, accounts);
    var session = arrivals.withOwnPassword(somebody, OWN);
    visitor.context.addCookies(
        List.of(
            new Cookie("ansinh", session.cookieValue()).setUrl(address()),
            new Cookie("ansinh-device", session.deviceSecret()).setUrl(address())));
    return somebody;
  }
}
