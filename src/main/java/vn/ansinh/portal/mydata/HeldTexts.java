package vn.ansinh.portal.mydata;

/** The words of the paper that are the same for everybody. */
public record HeldTexts(
    String subject, String lead, String looks, String pictures, String missing, String foot) {}
