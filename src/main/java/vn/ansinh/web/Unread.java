package vn.ansinh.web;

/** How many messages whoever is signed in has not read; asked only by pages that show it. */
public interface Unread {

  /** Of the present request; 0 where nobody is signed in who has any. */
  int count();
}
