package vn.ansinh.console.queue;

import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Problems;

/**
 * Everything {@code console/queue/paper.jte} shows.
 *
 * @param received the code just recorded
 * @param file its address
 */
public record PaperPage(
    String typed, @Nullable String received, @Nullable String file, Problems problems) {}
