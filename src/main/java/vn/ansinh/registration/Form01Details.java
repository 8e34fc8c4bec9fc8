package vn.ansinh.registration;

import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.AdministrativeUnit;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.CodeList;
import vn.ansinh.catalogue.CodeLists;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.catalogue.UnitPath;
import vn.ansinh.files.FileId;
import vn.ansinh.files.Files;
import vn.ansinh.files.Picture;
import vn.ansinh.identity.Phones;
import vn.ansinh.people.Address;

/**
 * Looks up what Form 01 spells out: names behind codes, the office's address, the paper's photos.
 */
@Component
class Form01Details {

  private final AdministrativeUnits units;
  private final Offices offices;
  private final CodeLists codeLists;
  private final Files files;
  private final Promises promises;

  Form01Details(
      AdministrativeUnits units,
      Offices offices,
      CodeLists codeLists,
      Files files,
      Promises promises) {
    this.units = units;
    this.offices = offices;
    this.codeLists = codeLists;
    this.files = files;
    this.promises = promises;
  }

  Form01 of(Declaration declaration, DeclaredFacts facts) {
    var declaredOn = declaration.clock().declaredOn();
    var actBy = declaration.clock().actBy();
    return new Form01(
        declaration.code().value(),
        declaredOn,
        new Form01.Purpose.Register(),
        Form01.Applicant.PERSON,
        facts.fullName(),
        facts.numberShown(),
        facts.paper(),
        address(facts.address()),
        facts.contactPerson(),
        facts.email(),
        Phones.local(facts.phone()),
        declaredOn,
        place(declaration, facts),
        office(declaration.officeCode()),
        mode(declaration.handIn()),
        facts.receivesByEmail(),
        images(declaration.photos()),
        declaration.handIn() == HandIn.THROUGH_EMPLOYER ? Form01.Copy.EMPLOYER : Form01.Copy.OFFICE,
        actBy == null ? promises.lastDay(declaredOn) : actBy);
  }

  Form01.Address address(Address declared) {
    var path = units.path(declared.layer(), declared.wardCode());
    var named = new ArrayList<Form01.Unit>();
    path.ifPresent(
        it -> {
          named.add(unit(it.province()));
          if (it.district() != null) {
            named.add(unit(it.district()));
          }
          named.add(unit(it.ward()));
        });
    return new Form01.Address(named, declared.street(), today(declared));
  }

  private @Nullable String today(Address declared) {
    if (declared.layer() != Layer.UNTIL_2025) {
      return null;
    }
    var successors = units.successors(declared.wardCode()).stream().map(UnitPath::text).toList();
    return successors.isEmpty() ? null : String.join("; ", successors);
  }

  private Form01.Place place(Declaration declaration, DeclaredFacts facts) {
    var code = facts.place().ivanCode();
    return code == null
        ? new Form01.Place.Portal()
        : new Form01.Place.IvanProvider(
            codeLists
                .find(CodeList.IVAN_PROVIDER, code, declaration.clock().declaredOn())
                .map(it -> it.nameVi())
                .orElse(code));
  }

  Form01.ReceivingOffice office(String code) {
    var office =
        offices
            .find(code)
            .orElseThrow(() -> new RegistrationException("a declaration without its office"));
    return new Form01.ReceivingOffice(
        office.code(), office.name(), office.address(), office.phone(), office.hours());
  }

  private static Form01.SubmissionMode mode(HandIn handIn) {
    return switch (handIn) {
      case ONLINE -> Form01.SubmissionMode.ONLINE;
      case AT_DESK -> Form01.SubmissionMode.AT_DESK;
      case BY_POST -> Form01.SubmissionMode.BY_PUBLIC_POST;
      case THROUGH_EMPLOYER -> Form01.SubmissionMode.THROUGH_EMPLOYER;
    };
  }

  private Form01.@Nullable PaperImages images(Photos photos) {
    var front = jpeg(photos.paperFront());
    return front == null ? null : new Form01.PaperImages(front, jpeg(photos.paperBack()));
  }

  private byte @Nullable [] jpeg(@Nullable FileId id) {
    return Optional.ofNullable(id).flatMap(files::open).map(Picture::jpeg).orElse(null);
  }

  private static Form01.Unit unit(AdministrativeUnit unit) {
    return new Form01.Unit(unit.code(), unit.name());
  }
}
