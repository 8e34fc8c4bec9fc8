package vn.ansinh.notifications;

import java.time.Duration;
import vn.ansinh.accounts.Channel;

/**
 * One channel's queue at the moment.
 *
 * @param oldest how long the oldest message has been waiting
 * @param broken whether the transport is down and only probed from time to time
 */
public record QueueState(Channel channel, long waiting, Duration oldest, boolean broken) {}
