package vn.ansinh.review;

import java.util.List;

/**
 * A page of the queue.
 *
 * @param number counts from 1
 */
public record QueuePage(List<QueueLine> lines, int number, boolean more) {

  static final int SIZE = 50;
}
