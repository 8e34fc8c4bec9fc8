package vn.ansinh.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import vn.ansinh.portal.units.UnitPickerJourney;
import vn.ansinh.registration.Applicants;

/** As {@link ApplicationTest}, and it listens on a port. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import({
  TestClock.Configured.class,
  TestStaff.class,
  Applicants.class,
  UnitPickerJourney.PickerPage.class
})
public @interface ServerTest {}
