package vn.ansinh.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The whole application with a clock to push, offices, officers and applicants of the test's own,
 * and pages without a browser. One for all tests that ask for it: starting it takes longer than
 * most of them, so what a test needs more is better added here than imported there.
 *
 * @see LetterBoxTest
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ServerTest
public @interface ApplicationTest {}
