package vn.ansinh.datarights;

/** Where a request stands; everything but waiting is final. */
public enum RequestStatus {
  WAITING,
  GRANTED,
  REFUSED,
  WITHDRAWN
}
