package vn.ansinh.console;

/**
 * What the frame of every console page says of who is signed in.
 *
 * @param office {@code [07919] BHXH Quận 7}
 * @param files sees the queue
 * @param head sees who has how much
 * @param administrator keeps staff, offices, lists
 */
public record Navigation(
    String officer, String office, boolean files, boolean head, boolean administrator) {}
