package vn.ansinh.portal.registration;

import vn.ansinh.web.Problems;

/**
 * Everything {@code portal/registration/card.jte} shows.
 *
 * @param at where the person came from and goes back to: {@code number}, {@code number-search} or
 *     {@code declaration}
 * @param decoder address of the script that finds codes in pictures, fetched only when needed
 */
public record CardPage(Wizard wizard, String at, String text, String decoder, Problems problems) {

  public String back() {
    return "/registration/" + at;
  }
}
