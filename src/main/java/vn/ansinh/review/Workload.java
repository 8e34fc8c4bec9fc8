package vn.ansinh.review;

import vn.ansinh.platform.OfficerId;

/**
 * What one officer has.
 *
 * @param inHand files taken and not decided
 * @param overdue of these, past their promise
 * @param decidedToday returned and asked to come included
 */
public record Workload(OfficerId officer, long inHand, long overdue, long decidedToday) {}
