package vn.ansinh.console.queue;

import vn.ansinh.console.AssessmentMark;
import vn.ansinh.console.PromiseTexts.Promise;

/**
 * One line of the queue.
 *
 * @param path of the file, with the list it is opened from
 * @param tone of the status chip
 * @param mark how the assessment looks
 * @param holder empty when nobody has it
 */
public record QueueRow(
    String path,
    String code,
    String name,
    String status,
    String tone,
    Promise promise,
    String handIn,
    String assessment,
    AssessmentMark mark,
    String office,
    String submitted,
    String holder) {}
