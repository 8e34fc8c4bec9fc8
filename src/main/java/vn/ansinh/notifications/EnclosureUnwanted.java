package vn.ansinh.notifications;

/** The message is nothing but its document, and whom it goes to does not want that any more. */
class EnclosureUnwanted extends Exception {}
