package vn.ansinh.notifications;

/** The document that belongs to a message cannot be made any more: its declaration is erased. */
class EnclosureMissing extends Exception {}
