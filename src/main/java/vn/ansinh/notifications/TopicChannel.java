package vn.ansinh.notifications;

import vn.ansinh.accounts.Channel;

/** One box of the choice: messages of a topic by a channel. */
public record TopicChannel(Topic topic, Channel channel) {}
