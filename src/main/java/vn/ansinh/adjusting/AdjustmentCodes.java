package vn.ansinh.adjusting;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Account;
import vn.ansinh.accounts.CodePurpose;
import vn.ansinh.accounts.CodeState;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.OneTimeCodes;
import vn.ansinh.accounts.Redeeming;
import vn.ansinh.accounts.Sending;

/** The code that confirms a request: where it goes, and what came of typing it. */
@Component
class AdjustmentCodes {

  private final OneTimeCodes codes;

  AdjustmentCodes(OneTimeCodes codes) {
    this.codes = codes;
  }

  /** The phone, or the e-mail address where there is none or no SMS is sent. */
  Optional<Contact> contact(Account account) {
    return account.contacts().stream().filter(it -> codes.canSend(it.channel())).findFirst();
  }

  Sending send(Adjustment adjustment, Contact to, Locale language, String network) {
    return codes.send(CodePurpose.ADJUST, adjustment.id(), to, language, network);
  }

  Redeeming redeem(Adjustment adjustment, Contact to, String typed) {
    return codes.redeem(CodePurpose.ADJUST, adjustment.id(), to, typed);
  }

  Optional<CodeState> state(Adjustment adjustment, Contact to) {
    return codes.state(CodePurpose.ADJUST, adjustment.id(), to);
  }
}
