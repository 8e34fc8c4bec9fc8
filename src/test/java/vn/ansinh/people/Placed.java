package vn.ansinh.people;

import vn.ansinh.catalogue.Layer;

/** Invented people who live in a ward of the test's choice. */
public final class Placed {

  private Placed() {}

  public static NewPerson in(String wardCode) {
    var mau = RegisterFixtures.mau();
    return new NewPerson(
        mau.socialInsuranceNumber(),
        mau.personalId(),
        mau.fullName(),
        mau.birthDate(),
        mau.sex(),
        mau.papers(),
        new Address(Layer.SINCE_2025, wardCode, "Số 1 đường Thử"),
        mau.phone(),
        mau.email(),
        mau.householdCode(),
        mau.householdRelation(),
        mau.ethnicGroup(),
        mau.nationality());
  }
}
