package vn.ansinh.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.Sex;
import vn.ansinh.platform.PersonId;

/** A row of the register, its seals opened. */
@Component
class PersonRow {

  private static final Comparator<IdentityPaper> IN_ORDER =
      Comparator.comparing((IdentityPaper it) -> it.kind().name())
          .thenComparing(IdentityPaper::number);

  private final SealedPeople seal;

  PersonRow(SealedPeople seal) {
    this.seal = seal;
  }

  Person person(ResultSet row) throws SQLException {
    var id = row.getObject("person_id", UUID.class);
    var particulars = seal.open(id, row.getBytes("particulars"));
    return new Person(
        new PersonId(id),
        particulars.number(),
        particulars.personalId(),
        row.getString("full_name"),
        new BirthDate(
            row.getInt("birth_year"),
            orNull(row.getInt("birth_month")),
            orNull(row.getInt("birth_day"))),
        Sex.valueOf(row.getString("sex")),
        papers(id, particulars.personalId(), row),
        address(row, particulars.street()),
        particulars.phone(),
        particulars.email(),
        particulars.contactPerson(),
        row.getString("household_code"),
        row.getString("household_relation"),
        row.getString("ethnic_group"),
        row.getString("nationality"),
        PersonStatus.valueOf(row.getString("status")));
  }

  private List<IdentityPaper> papers(UUID id, @Nullable String personalId, ResultSet row)
      throws SQLException {
    var kinds = (String[]) row.getArray("paper_kinds").getArray();
    var numbers = (byte[][]) row.getArray("paper_numbers").getArray();
    var papers = new ArrayList<IdentityPaper>();
    for (int i = 0; i < kinds.length; i++) {
      var kind = PaperKind.valueOf(kinds[i]);
      papers.add(new IdentityPaper(kind, seal.openPaper(id, kind, numbers[i])));
    }
    papers.sort(IN_ORDER);
    if (personalId != null) {
      papers.addFirst(new IdentityPaper(PaperKind.CITIZEN_CARD, personalId));
    }
    return papers;
  }

  private static @Nullable Address address(ResultSet row, @Nullable String street)
      throws SQLException {
    var layer = row.getString("address_layer");
    return layer == null || street == null
        ? null
        : new Address(Layer.valueOf(layer), row.getString("ward_code"), street);
  }

  private static @Nullable Integer orNull(int part) {
    return part == 0 ? null : part;
  }
}
