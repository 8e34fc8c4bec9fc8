package vn.ansinh.console;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.ansinh.staff.Permission;

/**
 * What an officer must be allowed to use a handler that changes something: any one of these. The
 * domain looks closer (which file, which decision); this is the outer door, and a handler without
 * it or {@link NeedsNoPermission} is shut.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

  Permission[] value();
}
