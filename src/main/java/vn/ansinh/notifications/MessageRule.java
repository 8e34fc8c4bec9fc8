package vn.ansinh.notifications;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import vn.ansinh.platform.Mode;
import vn.ansinh.platform.ProductionRule;
import vn.ansinh.platform.PublicAddress;

/** Production sends codes and first passwords for real, or does not start. */
final class MessageRule implements ProductionRule {

  @Override
  public List<String> problems(Environment environment, boolean serves) {
    if (!serves) {
      return List.of();
    }
    var settings = Binder.get(environment);
    var mail = settings.bindOrCreate("ansinh.mail", MailSettings.class);
    var sms = settings.bindOrCreate("ansinh.sms", SmsSettings.class);
    var address = new PublicAddress(environment.getProperty("ansinh.public-url", ""));
    var problems = new ArrayList<String>();
    problems.addAll(Readiness.problems(mail, address, new Mode(Mode.Kind.PRODUCTION)));
    if (!sms.absent()) {
      problems.addAll(Readiness.problems(sms));
    }
    return problems;
  }
}
