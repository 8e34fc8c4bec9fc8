package vn.ansinh.accounts;

/**
 * From where somebody signs in.
 *
 * @param network network address of the caller, for counting tries; not stored
 * @param name browser and system in words, shown to the person later
 */
public record Device(String network, String name) {}
