package vn.ansinh.review;

import java.util.Set;

/** What came of an administrator's change to a reason. */
public sealed interface ReasonChange {

  record Done() implements ReasonChange {}

  record Unknown() implements ReasonChange {}

  record CodeTaken() implements ReasonChange {}

  record NotAllowed() implements ReasonChange {}

  record Invalid(Set<Field> fields) implements ReasonChange {}

  /** What may be written wrongly. */
  enum Field {
    CODE,
    WRONG_VI,
    TO_DO_VI,
    WRONG_EN,
    TO_DO_EN
  }
}
