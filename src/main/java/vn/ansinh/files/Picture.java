package vn.ansinh.files;

/** A kept picture, opened: an upright JPEG without metadata. */
public record Picture(byte[] jpeg, int width, int height) {}
