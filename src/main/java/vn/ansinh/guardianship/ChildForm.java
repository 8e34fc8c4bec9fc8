package vn.ansinh.guardianship;

import java.util.Locale;
import java.util.Optional;
import vn.ansinh.identity.BirthDate;

/**
 * What a guardian has typed about a child, word for word; empty where nothing was.
 *
 * @param relation name of a {@link Relation}
 * @param number the child's social-insurance number
 * @param sex name of a {@link vn.ansinh.identity.Sex}
 * @param language {@code vi} or {@code en}
 */
public record ChildForm(
    String relation,
    String number,
    String fullName,
    String birthDate,
    String sex,
    String officeCode,
    String language) {

  private static final int LONGEST = 1_000;

  public ChildForm {
    relation = cut(relation);
    number = cut(number);
    fullName = cut(fullName);
    birthDate = cut(birthDate);
    sex = cut(sex);
    officeCode = cut(officeCode);
  }

  static ChildForm empty(Locale language) {
    return new ChildForm("", "", "", "", "", "", language.getLanguage().equals("vi") ? "vi" : "en");
  }

  public ChildForm withChild(
      String itsRelation, String itsNumber, String name, String born, String itsSex) {
    return new ChildForm(itsRelation, itsNumber, name, born, itsSex, officeCode, language);
  }

  public ChildForm at(String office) {
    return new ChildForm(relation, number, fullName, birthDate, sex, office, language);
  }

  public Optional<BirthDate> born() {
    return BirthDate.parse(birthDate);
  }

  private static String cut(String typed) {
    return typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
  }

  @Override
  public String toString() {
    return "ChildForm";
  }
}
