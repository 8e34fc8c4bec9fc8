package vn.ansinh.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import vn.ansinh.accounts.Arrivals;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.factors.Owner;
import vn.ansinh.registration.Told;

/**
 * As {@link ApplicationTest}; codes and passwords are put into letter boxes the test looks into,
 * instead of being sent.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ServerTest
@Import({SentSecrets.Configured.class, Arrivals.class, Owner.class, Told.class})
public @interface LetterBoxTest {}
