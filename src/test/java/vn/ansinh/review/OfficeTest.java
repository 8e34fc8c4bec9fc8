package vn.ansinh.review;

import static vn.ansinh.staff.Role.OFFICE_HEAD;
import static vn.ansinh.staff.Role.REVIEWER;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Field;
import vn.ansinh.staff.Officer;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestStaff;

/** Two reviewers of a district, the head of the province above, and files handed in to them. */
@LetterBoxTest
abstract class OfficeTest {

  static final Set<CheckItem> ALL = EnumSet.complementOf(EnumSet.of(CheckItem.FORM_SIGNED));

  @Autowired Desk desk;
  @Autowired FileLooks looks;
  @Autowired FileNotes notes;
  @Autowired Queue queue;
  @Autowired FileDecisions decisions;
  @Autowired RegisterSearch register;
  @Autowired Tasks tasks;
  @Autowired Declarations declarations;
  @Autowired Accounts accounts;
  @Autowired Applicants applicants;
  @Autowired TestStaff staff;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;

  String province;
  String district;
  Officer an;
  Officer binh;
  Officer head;

  @BeforeEach
  void two_reviewers_and_their_head() {
    province = staff.provincialOffice();
    district = staff.office(province);
    an = staff.officer(district, REVIEWER);
    binh = staff.officer(district, REVIEWER);
    head = staff.officer(province, OFFICE_HEAD);
  }

  DeclarationId submitted() {
    return applicants
        .submitted(Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, district))
        .id();
  }

  DeclarationId submitted(Map<Field, String> otherwise) {
    var typed = Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, district);
    typed.putAll(otherwise);
    return applicants.submitted(typed).id();
  }

  DeclarationId submitted(Applicants.Known known) {
    return applicants.submitted(known.typing(Field.OFFICE_CODE, district)).id();
  }

  int version(DeclarationId id) {
    return declarations.find(id).orElseThrow().version();
  }

  String code(DeclarationId id) {
    return declarations.find(id).orElseThrow().code().value();
  }

  static Decision approval(int version) {
    return new Decision(Decision.Kind.APPROVE, version, List.of(), "");
  }

  Decision returning(DeclarationId id) {
    return new Decision(
        Decision.Kind.RETURN, version(id), List.of("PHOTO_UNREADABLE"), "Mặt sau bị lóa.");
  }

  List<DeclarationId> ids(QueueTab tab, Officer officer) {
    return queue.page(QueueFilter.of(tab), officer).lines().stream().map(QueueLine::id).toList();
  }

  static QueueFilter filter(String text) {
    return new QueueFilter(QueueTab.ALL, text, null, null, null, null, null, QueueSort.NAME, 1);
  }

  static List<Person> found(LookUp lookUp) {
    return ((LookUp.Found) lookUp).persons();
  }

  long seenFor(DeclarationId file, PersonId person) {
    return sql.sql(
            """
            select count(*) from audit.entry
            where action = 'PERSON_SEEN' and person_id = :person
              and details ->> 'declaration' = :file
            """)
        .param("person", person.value())
        .param("file", file.value().toString())
        .query(Long.class)
        .single();
  }

  long audited(DeclarationId id, String action) {
    return sql.sql("select count(*) from audit.entry where subject_id = :id and action = :action")
        .param("id", id.value().toString())
        .param("action", action)
        .query(Long.class)
        .single();
  }
}
