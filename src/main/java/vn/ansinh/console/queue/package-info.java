/** The queue of the office, its tasks and its workload. */
@NullMarked
package vn.ansinh.console.queue;

import org.jspecify.annotations.NullMarked;
