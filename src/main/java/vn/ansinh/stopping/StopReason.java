package vn.ansinh.stopping;

import java.util.Locale;

/** Why somebody stops, in the words of a day; the form says the Vietnamese ones. */
public record StopReason(String code, String vietnamese, String english) {

  public String in(Locale language) {
    return language.getLanguage().equals("vi") ? vietnamese : english;
  }
}
