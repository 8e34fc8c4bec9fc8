package vn.ansinh.launcher;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is asked of the database.
 *
 * @param strict whether it must be durable and is told for good which mode opened it; off only for
 *     the throw-away database of tests
 */
@ConfigurationProperties("ansinh.installation")
record InstallationSettings(@DefaultValue("true") boolean strict) {}
