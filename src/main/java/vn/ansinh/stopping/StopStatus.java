package vn.ansinh.stopping;

/** The life of a declaration to stop. */
public enum StopStatus {
  /** The password was right; without the code nothing comes of it. */
  AWAITING_CODE,
  /** Declared; can be taken back until it is due. */
  WAITING,
  CANCELLED,
  /** Carried out. */
  STOPPED
}
