package vn.ansinh.registration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.support.TestClock;

/** The whole application with a clock to push, letter boxes to look into, and applicants. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@Import({TestClock.Configured.class, SentSecrets.Configured.class, Applicants.class, Told.class})
@interface RegistrationTest {}
