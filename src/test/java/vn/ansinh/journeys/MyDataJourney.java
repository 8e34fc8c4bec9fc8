package vn.ansinh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.OfficerId;

/** Somebody sees who looked at their data, takes all of them home, asks and is told. */
class MyDataJourney extends AccountJourney {

  @Autowired Audit audit;
  @Autowired TransactionTemplate transaction;

  @ParameterizedTest
  @MethodSource("corners")
  void who_looked_is_seen_and_everything_is_downloaded(Way way) throws IOException {
    var visitor = visitor(way);
    var lan = signedIn(visitor);
    var page = visitor.page;
    transaction.executeWithoutResult(
        _ ->
            audit.record(
                "PERSON_SEEN",
                Actor.of(new OfficerId(Ids.next())),
                Subject.of(lan.id()),
                Map.of("purpose", "account-recovery")));

    visitor.open("/home/settings");
    page.locator("main a[href='/home/data']").click();
    visitor.step("my-data");
    page.locator("main a[href='/home/data/looks']").click();
    assertThat(page.locator(".timeline li")).hasCount(1);
    visitor.step("my-data-looks");
    page.locator("main a[href='/home/data/looks?show=changes']").click();
    assertThat(page.locator(".timeline li").first()).isVisible();
    visitor.step("my-data-changes");

    visitor.open("/home/data/download");
    visitor.step("my-data-download");
    page.locator("input[name=form][value=json]").check();
    fill(page, "inUse", "mot mat khau khac");
    page.locator("main form button.primary").click();
    assertThat(page.locator(".error-summary, .errors").first()).isVisible();
    visitor.step("my-data-download-wrong");
    fill(page, "inUse", OWN);
    var file = page.waitForDownload(() -> page.locator("main form button.primary").click());
    org.assertj.core.api.Assertions.assertThat(file.suggestedFilename()).endsWith(".json");
    org.assertj.core.api.Assertions.assertThat(
            Files.readString(file.path(), StandardCharsets.UTF_8))
        .contains(lan.number());

    visitor.open("/home/data/requests");
    page.locator("main form button.primary").click();
    assertThat(page.locator("#kind-problem, .problem").first()).isVisible();
    visitor.step("my-data-request-missing");
    page.locator("input[name=kind][value=CORRECT]").check();
    fill(page, "wish", "Ngày sinh ghi sai.\nĐúng là 15/01/1990.");
    page.locator("main form button.primary").click();
    assertThat(page.locator(".banner.good")).isVisible();
    assertThat(page.locator("main .chip")).hasCount(1);
    visitor.step("my-data-request-sent");

    page.locator("header a[href='/home/notices']").click();
    assertThat(page.locator("header .badge")).containsText("2");
    visitor.step("notices");
    page.locator("main form[action*='data-downloaded'] button").click();
    assertThat(page).hasURL(address() + "/home/data/looks");
    assertThat(page.locator("header .badge")).containsText("1");
    visitor.open("/home/notices/channels");
    page.locator("#FAMILY-SMS").uncheck();
    page.locator("main form button.primary").click();
    assertThat(page.locator(".banner.good")).isVisible();
    assertThat(page.locator("#FAMILY-SMS")).not().isChecked();
    visitor.step("notices-channels");
  }
}
