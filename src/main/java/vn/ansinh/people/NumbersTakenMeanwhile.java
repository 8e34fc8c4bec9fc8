package vn.ansinh.people;

/** Somebody else wrote one of these people at the same moment; roll back and try again. */
public class NumbersTakenMeanwhile extends PeopleException {

  NumbersTakenMeanwhile(String message) {
    super(message);
  }

  NumbersTakenMeanwhile(Throwable cause) {
    super("a number was given to somebody else meanwhile", cause);
  }
}
