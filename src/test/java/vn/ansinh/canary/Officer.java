package vn.ansinh.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.ansinh.staff.Enrolment;
import vn.ansinh.support.PlainBrowser;
import vn.ansinh.support.TestStaff;

/** Somebody at the desk, who finds, notes, sends back and approves. */
final class Officer {

  private final Canaries canaries;
  private final PlainBrowser browser;

  Officer(Canaries canaries, Installation at) {
    this.canaries = canaries;
    this.browser = at.browser();
  }

  void signIn(String userName, String firstPassword) {
    canaries.sought("OfficerFirstPassword", firstPassword);
    var own = canaries.text("OfficerPassword");
    browser.get("/console/sign-in");
    post("/console/sign-in", Map.of("userName", userName, "password", firstPassword));
    var page = browser.get("/console/sign-in/enrolment");
    var secret = Citizen.first(page, "class=\"code secret\">([^<]+)<").replace(" ", "");
    canaries.sought("OfficerGenerator", secret);
    post(
        "/console/sign-in/enrolment",
        Map.of("code", TestStaff.code(new Enrolment(secret, ""), Instant.now())));
    browser.get("/console/sign-in/new-password");
    post("/console/sign-in/new-password", Map.of("password", own));
  }

  /** By the number; the path of the file. */
  String find(String typed) {
    browser.get("/console/queue?tab=ALL");
    var list = post("/console/queue/search", Map.of("text", typed, "tab", "ALL"));
    var page = browser.get(list.headers().firstValue("Location").orElseThrow());
    return "/console/files/"
        + Citizen.first(page, "row-link\" href=\"/console/files/([0-9a-f-]{36})");
  }

  void note(String file) {
    browser.get(file);
    post(file + "/assignment", Map.of());
    post(file + "/notes", Map.of("note", canaries.text("Note")));
  }

  void lookUp(String file, Citizen citizen) {
    browser.get(file + "/register");
    assertThat(search(file, Map.of("number", citizen.number)).body()).contains(citizen.fullName);
    assertThat(search(file, Map.of("number", citizen.personalId)).body())
        .contains(citizen.fullName);
    var byPaper =
        Map.of(
            "fullName",
            citizen.fullName,
            "birthDate",
            "15/01/1990",
            "paperNumber",
            citizen.personalId);
    assertThat(search(file, byPaper).body()).contains(citizen.fullName);
  }

  void sendBack(String file) {
    decide(
        file,
        Map.of("kind", "RETURN", "reason", "PHOTO_UNREADABLE", "note", canaries.text("Decision")));
  }

  /** The code people know the file by. */
  String approve(String file) {
    var code = Citizen.first(browser.get(file), "(F01-[0-9A-Z]{4}-[0-9A-Z]{4})");
    decide(
        file,
        Map.of(
            "kind",
            "APPROVE",
            "ticked",
            "NAME_AS_ON_PAPER,NUMBER_AS_ON_PAPER,PORTRAIT_IS_HOLDER,PAPER_VALID,ADDRESS_GIVEN"));
    return code;
  }

  /** Proposes a new contact for somebody; nobody confirms it. */
  void recover(Citizen citizen) {
    browser.get("/console/recoveries");
    var found = browser.post("/console/recoveries/search", Map.of("number", citizen.number));
    assertThat(found.body()).contains(citizen.fullName);
    post(
        "/console/recoveries",
        Map.of(
            "person",
            Citizen.first(found, "name=\"person\" value=\"([^\"]+)\""),
            "number",
            citizen.number,
            "paper",
            "CITIZEN_CARD",
            "checked",
            "true",
            "contact",
            canaries.email("RecoveryEmail")));
  }

  private void decide(String file, Map<String, String> fields) {
    var all = new LinkedHashMap<>(fields);
    all.put("version", Citizen.first(browser.get(file), "name=\"version\" value=\"(\\d+)\""));
    post(file + "/decision", all);
  }

  private HttpResponse<String> search(String file, Map<String, String> fields) {
    var answer = browser.post(file + "/register", fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) {
    var answer = browser.post(path, fields);
    assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(303);
    return answer;
  }
}
