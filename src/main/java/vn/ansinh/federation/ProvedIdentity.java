package vn.ansinh.federation;

import vn.ansinh.identity.BirthDate;

/**
 * Who a provider says somebody is; lives in memory only.
 *
 * @param subject what the provider calls the account
 * @param personalId 12 digits
 * @param level of assurance, VNeID's mức độ
 */
record ProvedIdentity(
    String subject, String personalId, String fullName, BirthDate birthDate, int level) {

  @Override
  public String toString() {
    return "ProvedIdentity[level=" + level + "]";
  }
}
