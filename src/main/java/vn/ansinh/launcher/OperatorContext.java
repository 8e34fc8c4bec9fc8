package vn.ansinh.launcher;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import vn.ansinh.AnSinh;

/**
 * The application as operator commands see it: the same modules, no web server, no scheduled jobs
 * ({@link AnSinh} switches those on and is left out). Not a {@code @Configuration}, so that the
 * server's own scan passes it by.
 */
@EnableAutoConfiguration
@ConfigurationPropertiesScan("vn.ansinh")
@ComponentScan(
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    basePackages = "vn.ansinh",
    excludeFilters = {
      @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
      @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = AnSinh.class)
    })
final class OperatorContext {}
