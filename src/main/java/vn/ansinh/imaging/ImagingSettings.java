package vn.ansinh.imaging;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param workers processes at the same time; 0 for as many as there are processors
 * @param timeout what one picture may take of a processor before its process is ended
 * @param startup what a process may take to say that it is ready, by the clock: a second on an idle
 *     machine, many times that where others go first
 * @param idle an unused process ends after this
 * @param memory address space of one process in megabytes, where {@code prlimit} can limit it
 * @param confined whether processes are cut off from network and files; off only to find a fault
 * @param directory where the native library is laid out for the processes
 * @param priority how far processes step aside for everything else on the machine
 * @param command the operator's own way to start a worker, spoken to through its standard input and
 *     output; empty for the application's
 */
@ConfigurationProperties("ansinh.imaging")
record ImagingSettings(
    @DefaultValue("0") int workers,
    @DefaultValue("20s") Duration timeout,
    @DefaultValue("80s") Duration startup,
    @DefaultValue("5m") Duration idle,
    @DefaultValue("1536") int memory,
    @DefaultValue("true") boolean confined,
    @DefaultValue("var/imaging") Path directory,
    @DefaultValue("nice") Priority priority,
    @DefaultValue List<String> command) {

  /** Where the system knows such a thing. */
  enum Priority {
    /** A tenth of a processor that others want as well. */
    NICE,
    /** Nothing of it: gives way at once, and may wait for as long as others are at work. */
    IDLE
  }

  int processes() {
    return workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
  }
}
