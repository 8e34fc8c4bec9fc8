package vn.ansinh.people;

import static vn.ansinh.people.PersonStore.orZero;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.people.SealedPeople.Particulars;
import vn.ansinh.people.SealedPeople.Side;
import vn.ansinh.platform.Ids;

/** People as rows: columns in the order in which {@link ArrivalStore} names them. */
@Component
class ArrivalRows {

  private final SealedPeople seal;

  ArrivalRows(SealedPeople seal) {
    this.seal = seal;
  }

  void numbers(CopyText rows, List<UUID> ids, List<NewPerson> people, NumberHashes hashes)
      throws SQLException {
    for (int i = 0; i < people.size(); i++) {
      claim(rows, people.get(i).socialInsuranceNumber(), hashes::ofNumber, ids.get(i));
    }
  }

  void personalIds(CopyText rows, List<UUID> ids, List<NewPerson> people, NumberHashes hashes)
      throws SQLException {
    for (int i = 0; i < people.size(); i++) {
      claim(rows, people.get(i).personalId(), hashes::ofPersonalId, ids.get(i));
    }
  }

  void papers(CopyText rows, List<UUID> ids, List<NewPerson> people) throws SQLException {
    for (int i = 0; i < people.size(); i++) {
      for (var paper : Set.copyOf(people.get(i).papers())) {
        rows.field(ids.get(i))
            .field(paper.kind())
            .field(seal.hashOfPaper(paper.number()))
            .field(seal.sealPaper(ids.get(i), paper.kind(), paper.number()))
            .endRow();
      }
    }
  }

  void persons(CopyText rows, List<UUID> ids, List<NewPerson> people, OffsetDateTime now)
      throws SQLException {
    for (int i = 0; i < people.size(); i++) {
      person(rows, ids.get(i), people.get(i), now);
    }
  }

  private static void claim(
      CopyText rows, @Nullable String number, Function<String, byte[]> hash, UUID id)
      throws SQLException {
    if (number != null) {
      rows.field(hash.apply(number)).field(id).endRow();
    }
  }

  private void person(CopyText rows, UUID id, NewPerson person, OffsetDateTime now)
      throws SQLException {
    var born = person.birthDate();
    var address = person.address();
    rows.field(id)
        .field(seal.seal(id, Particulars.of(person)))
        .field(person.fullName())
        .field(PersonNames.searchForm(person.fullName()))
        .field(born.year())
        .field(orZero(born.month()))
        .field(orZero(born.day()))
        .field(person.sex())
        .field(address == null ? null : address.layer())
        .field(address == null ? null : address.wardCode())
        .field(person.householdCode())
        .field(person.householdRelation())
        .field(person.ethnicGroup())
        .field(person.nationality())
        .field(PersonStatus.ACTIVE)
        .field(now)
        .field(now)
        .endRow();
  }

  MapSqlParameterSource values(Person person) {
    var born = person.birthDate();
    var address = person.address();
    return new MapSqlParameterSource("id", person.id().value())
        .addValue("particulars", seal.seal(person.id().value(), Particulars.of(person)))
        .addValue("fullName", person.fullName())
        .addValue("nameSearch", PersonNames.searchForm(person.fullName()))
        .addValue("year", born.year())
        .addValue("month", orZero(born.month()))
        .addValue("day", orZero(born.day()))
        .addValue("sex", person.sex().name())
        .addValue("layer", address == null ? null : address.layer().name())
        .addValue("ward", address == null ? null : address.wardCode())
        .addValue("household", person.householdCode())
        .addValue("relation", person.householdRelation())
        .addValue("ethnicGroup", person.ethnicGroup())
        .addValue("nationality", person.nationality());
  }

  void history(CopyText rows, List<Correction> corrections, Actor by, OffsetDateTime now)
      throws SQLException {
    for (var correction : corrections) {
      var person = correction.after().id().value();
      var change = Ids.next();
      for (var fact : correction.changes()) {
        var field = fact.field().name();
        rows.field(person)
            .field(change)
            .field(field)
            .field(seal.sealChange(Side.OLD_VALUE, person, change, field, fact.from()))
            .field(seal.sealChange(Side.NEW_VALUE, person, change, field, fact.to()))
            .field(now)
            .field(by.kind())
            .field(by.id())
            .endRow();
      }
    }
  }
}
