package vn.ansinh.registration;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.audit.Actor;
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.files.Pictures;
import vn.ansinh.files.Upload;
import vn.ansinh.identity.Phones;
import vn.ansinh.people.NewPerson;
import vn.ansinh.people.People;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.people.Registered;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;
import vn.ansinh.registration.Submission.Accepted;

/** Invented people who fill in the form; see {@link vn.ansinh.support.ApplicationTest}. */
public class Applicants {

  /** A person of the register and what they type. */
  public record Known(PersonId person, NewPerson details, Map<Field, String> typed) {

    /** As typed, with one field otherwise. */
    public Map<Field, String> typing(Field field, String value) {
      return Applicants.typing(typed, field, value);
    }
  }

  public static final OfficerId OFFICER = new OfficerId(Ids.next());
  public static final String OFFICE = "07919";

  private static final byte[] PHOTO = Pictures.jpeg(240, 320);

  private final Drafts drafts;
  private final DraftStore store;
  private final Declarations declarations;
  private final Files files;
  private final People people;
  private final Secrets secrets;
  private final boolean confirmPhones;

  @Autowired
  public Applicants(
      Drafts drafts,
      DraftStore store,
      Declarations declarations,
      Files files,
      People people,
      Secrets secrets) {
    this(drafts, store, declarations, files, people, secrets, false);
  }

  private Applicants(
      Drafts drafts,
      DraftStore store,
      Declarations declarations,
      Files files,
      People people,
      Secrets secrets,
      boolean confirmPhones) {
    this.drafts = drafts;
    this.store = store;
    this.declarations = declarations;
    this.files = files;
    this.people = people;
    this.secrets = secrets;
    this.confirmPhones = confirmPhones;
  }

  /** The same, but they also type the code that shows the phone is theirs. */
  public Applicants confirmingPhones() {
    return new Applicants(drafts, store, declarations, files, people, secrets, true);
  }

  /** Complete and consistent, and nobody the register knows. */
  public static Map<Field, String> stranger() {
    return typed(RegisterFixtures.socialInsuranceNumber(), RegisterFixtures.personalId());
  }

  public Known known() {
    while (true) {
      var number = RegisterFixtures.socialInsuranceNumber();
      var personalId = RegisterFixtures.personalId();
      var details = RegisterFixtures.mau(number, personalId);
      if (people.add(details, Actor.SYSTEM) instanceof Registered.Added(var id)) {
        return new Known(id, details, typed(number, personalId));
      }
    }
  }

  public static Map<Field, String> typing(Map<Field, String> typed, Field field, String value) {
    var changed = new EnumMap<>(typed);
    changed.put(field, value);
    return changed;
  }

  /** A draft in which everything is filled in, seen last on the page that shows all of it. */
  public Drafts.NewDraft complete(Map<Field, String> typed, String language) {
    var draft = drafts.start();
    for (var kind : FileKind.OF_DECLARATION) {
      photo(draft.id(), kind);
    }
    drafts.save(draft.id(), DraftContent.empty(language).with(typed).at(Step.REVIEW));
    return draft;
  }

  /** A draft with photos and a confirmed contact: one click away from being a declaration. */
  public DraftId ready(Map<Field, String> typed) {
    var draft = readyButForPhotos(typed);
    for (var kind : FileKind.OF_DECLARATION) {
      photo(draft, kind);
    }
    return draft;
  }

  public DraftId readyButForPhotos(Map<Field, String> typed) {
    var draft = drafts.start().id();
    drafts.save(draft, DraftContent.empty("vi").with(typed).at(Step.CONFIRM));
    confirm(draft);
    return draft;
  }

  public FileId photo(DraftId draft, FileKind kind) {
    return ((Upload.Stored) drafts.addPhoto(draft, kind, PHOTO)).id();
  }

  /** As if the code had been typed: to the e-mail address, without one to the phone. */
  public void confirm(DraftId draft) {
    var stored = store.find(draft).orElseThrow();
    store.saveCodeSentTo(draft, StoredDraft.proof(secrets, stored.contact().orElseThrow()));
    store.confirmContact(draft);
    if (confirmPhones) {
      var phone = Phones.normalize(stored.content().typed(Field.PHONE)).orElseThrow();
      store.confirmPhone(draft, StoredDraft.proof(secrets, Contact.phone(phone)));
    }
  }

  public Submission submit(Map<Field, String> typed) {
    return declarations.submit(ready(typed), UUID.randomUUID());
  }

  public Accepted submitted(Map<Field, String> typed) {
    return (Accepted) submit(typed);
  }

  /** Taken up by an officer. */
  public Declaration inReview(Map<Field, String> typed) {
    var id = submitted(typed).id();
    declarations.startReview(id, OFFICER);
    return declarations.find(id).orElseThrow();
  }

  public Declaration returned(Map<Field, String> typed, String... reasons) {
    var declaration = inReview(typed);
    declarations.returnForCorrection(
        declaration.id(), declaration.version(), OFFICER, List.of(reasons), "Ảnh mặt trước bị mờ");
    return declarations.find(declaration.id()).orElseThrow();
  }

  /** A returned declaration with something else, sent again. */
  public Submission corrected(DeclarationId returned, Map<Field, String> changed) {
    var draft = drafts.correct(returned).orElseThrow();
    var content = store.find(draft.id()).orElseThrow().content();
    drafts.save(draft.id(), content.with(changed).at(Step.CONFIRM));
    return declarations.submit(draft.id(), UUID.randomUUID());
  }

  private static Map<Field, String> typed(String number, String personalId) {
    var typed = new EnumMap<Field, String>(Field.class);
    typed.put(Field.APPLICANT_KIND, ApplicantKind.EMPLOYEE.name());
    typed.put(Field.NUMBER, number);
    typed.put(Field.FULL_NAME, "Nguyễn Thị Hoà Mẫu");
    typed.put(Field.BIRTH_DATE, "15/01/1990");
    typed.put(Field.SEX, "FEMALE");
    typed.put(Field.PAPER_KIND, "CITIZEN_CARD");
    typed.put(Field.PAPER_NUMBER, personalId);
    typed.put(Field.ADDRESS_LAYER, "SINCE_2025");
    typed.put(Field.WARD_CODE, "27475");
    typed.put(Field.STREET, "Số 1 đường Thử");
    typed.put(Field.CONTACT_PERSON, "Trần Văn Thử");
    typed.put(Field.PHONE, Somebody.anyPhone());
    typed.put(Field.EMAIL, Somebody.anyEmail());
    typed.put(Field.OFFICE_CODE, OFFICE);
    typed.put(Field.HAND_IN, HandIn.ONLINE.name());
    typed.put(Field.RECEIVES_BY_EMAIL, "true");
    typed.put(Field.PLACE, "PORTAL");
    return typed;
  }
}
