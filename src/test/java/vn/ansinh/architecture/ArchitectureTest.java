package vn.ansinh.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;

@AnalyzeClasses(packages = "vn.ansinh", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  static final String[] EDGES = {
    "vn.ansinh.web..",
    "vn.ansinh.portal..",
    "vn.ansinh.console..",
    "vn.ansinh.demo..",
    "vn.ansinh.imports..",
    "vn.ansinh.launcher.."
  };

  @ArchTest
  static final ArchRule controllers_live_at_the_edge =
      classes()
          .that()
          .areMetaAnnotatedWith(Controller.class)
          .should()
          .resideInAnyPackage(EDGES)
          .andShould()
          .notBePublic();

  @ArchTest
  static final ArchRule stores_are_private =
      classes()
          .that()
          .areAnnotatedWith(Repository.class)
          .should()
          .notBePublic()
          .andShould()
          .haveSimpleNameEndingWith("Store");

  @ArchTest
  static final ArchRule only_stores_know_sql =
      noClasses()
          .that()
          .resideOutsideOfPackages("vn.ansinh.launcher..", "vn.ansinh.imports..", "db.migration..")
          .and()
          .haveSimpleNameNotEndingWith("Store")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient");

  @ArchTest
  static final ArchRule the_domain_knows_no_http =
      noClasses()
          .that()
          .resideOutsideOfPackages(EDGES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..");

  @ArchTest
  static final ArchRule time_comes_from_the_clock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now");
}
