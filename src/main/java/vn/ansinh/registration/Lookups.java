package vn.ansinh.registration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Contacts;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Purpose;
import vn.ansinh.files.FileId;
import vn.ansinh.platform.PersonId;

/** Finds declarations, by what each kind of caller has in hand. */
@Component
class Lookups {

  private final DeclarationStore store;
  private final ApprovedStore approved;
  private final ClaimStore claims;
  private final HistoryStore history;
  private final Links links;
  private final PhoneProofStore proofs;
  private final Contacts contacts;
  private final Consents consents;

  Lookups(
      DeclarationStore store,
      ApprovedStore approved,
      ClaimStore claims,
      HistoryStore history,
      Links links,
      PhoneProofStore proofs,
      Contacts contacts,
      Consents consents) {
    this.store = store;
    this.approved = approved;
    this.claims = claims;
    this.history = history;
    this.links = links;
    this.proofs = proofs;
    this.contacts = contacts;
    this.consents = consents;
  }

  Optional<Declaration> find(DeclarationId id) {
    return store.find(id);
  }

  Optional<Declaration> byCode(DeclarationCode code) {
    return claims.byCode(code).flatMap(store::find);
  }

  Optional<Declaration> bySecret(String secret) {
    return links.find(secret).flatMap(store::find);
  }

  Optional<Declaration> byCodeAndContact(DeclarationCode code, Contact contact) {
    return byCode(code)
        .filter(it -> names(it.facts(), contact))
        .filter(it -> contact.channel() == Channel.EMAIL || proofs.covers(it));
  }

  Optional<FileId> portrait(PersonId person) {
    return store.approvedPortrait(person);
  }

  List<Approved> approvedOf(PersonId person) {
    return approved.of(person);
  }

  List<DeclarationSummary> summaries(Collection<DeclarationId> ids) {
    return store.findAll(ids).stream().map(Lookups::summary).toList();
  }

  List<DeclarationEvent> history(DeclarationId id) {
    return history.of(id);
  }

  Optional<Recipient> recipient(DeclarationId id) {
    return store
        .find(id)
        .flatMap(
            it ->
                Optional.ofNullable(it.facts())
                    .map(
                        facts ->
                            new Recipient(
                                it.person(),
                                facts.phone(),
                                standing(it, facts.phone()),
                                facts.email(),
                                facts.receivesByEmail() && mayMail(it),
                                it.language(),
                                facts.fullName(),
                                it.code(),
                                links.secretOf(id))));
  }

  /** By the word said to the declaration; once approved it is the person's, to withdraw there. */
  private boolean mayMail(Declaration declaration) {
    var matched = declaration.matched();
    var holder =
        declaration.status() == DeclarationStatus.APPROVED && matched != null
            ? matched.value()
            : declaration.id().value();
    return consents.stands(holder, Purpose.FORM_BY_EMAIL);
  }

  private PhoneStanding standing(Declaration declaration, String phone) {
    if (proofs.covers(declaration)) {
      return PhoneStanding.CONFIRMED;
    }
    return contacts.holdsPhone(declaration.person(), phone)
        ? PhoneStanding.NAMED
        : PhoneStanding.LOST;
  }

  private static boolean names(@Nullable DeclaredFacts facts, Contact contact) {
    return facts != null
        && contact
            .address()
            .equals(contact.channel() == Channel.SMS ? facts.phone() : facts.email());
  }

  private static DeclarationSummary summary(Declaration it) {
    var facts = it.facts();
    return new DeclarationSummary(
        it.id(),
        it.code(),
        it.status(),
        it.officeCode(),
        it.handIn(),
        facts == null ? null : facts.fullName(),
        it.clock());
  }
}
