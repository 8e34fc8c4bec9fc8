package vn.ansinh.adjusting;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.UnitPath;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.people.Address;

/** What the register says about an item, as a line of text. */
@Component
public class ItemValues {

  private final AdministrativeUnits units;

  ItemValues(AdministrativeUnits units) {
    this.units = units;
  }

  /**
   * Empty where nothing is known.
   *
   * @param word the word for a name, such as {@code sex.FEMALE} or {@code paper.PASSPORT}
   */
  public String of(Item item, Facts facts, UnaryOperator<String> word) {
    return switch (item) {
      case FULL_NAME -> facts.fullName();
      case BIRTH_DATE -> facts.birthDate().text();
      case SEX -> word.apply("sex." + facts.sex());
      case PAPER -> papers(facts.papers(), word);
      case ADDRESS -> {
        var address = facts.address();
        yield address == null ? "" : address(address);
      }
      case CONTACT_PERSON -> {
        var person = facts.contactPerson();
        yield person == null ? "" : person;
      }
    };
  }

  /** As the form says it. */
  String onForm(Item item, Facts facts) {
    return of(
        item,
        facts,
        it ->
            switch (it) {
              case "sex.MALE" -> "Nam";
              case "sex.FEMALE" -> "Nữ";
              case "sex.OTHER" -> "Khác";
              case "paper.CITIZEN_CARD" -> "Căn cước";
              case "paper.OLD_CARD" -> "CMND";
              case "paper.PASSPORT" -> "Hộ chiếu";
              default -> throw new IllegalArgumentException(it);
            });
  }

  private static String papers(List<IdentityPaper> papers, UnaryOperator<String> word) {
    return papers.stream()
        .map(it -> word.apply("paper." + it.kind()) + " " + it.number())
        .collect(Collectors.joining("; "));
  }

  private String address(Address address) {
    var ward = units.path(address.layer(), address.wardCode()).map(UnitPath::text).orElse("");
    return Arrays.asList(address.street(), ward).stream()
        .filter(it -> !it.isBlank())
        .collect(Collectors.joining(", "));
  }
}
