package vn.ansinh.files;

/**
 * What an officer may find wanting in a picture, as far as it can be measured. Advice only: nothing
 * is ever refused for it.
 */
public enum PictureFault {
  /** Too dark to read, whatever it shows. */
  DARK,
  /** A bright patch hides part of the paper or of the face. */
  GLARE,
  /** Out of focus, or moved. */
  BLURRED,
  /** The paper runs out of the picture. */
  CUT,
  /** The paper takes too little of the picture. */
  FAR,
  /** The back where the front is asked for, or the other way round. */
  WRONG_SIDE,
  /** A portrait without a face, or with several. */
  NOT_ONE_FACE,
  /** A portrait that is not three wide and four high. */
  NOT_3X4,
  /** The same picture was sent for something else. */
  SAME_TWICE,
  /** Taken of a screen's content instead of by a camera. */
  SCREENSHOT
}
