package vn.ansinh.catalogue;

/** An office was given its last day. */
public record OfficeClosed(String code) {}
