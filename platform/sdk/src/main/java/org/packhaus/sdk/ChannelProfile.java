package org.packhaus.sdk;

/**
 * Who a sales channel is.
 *
 * @param id stable, lower-case, unique among all channels: {@code otto}
 * @param name as people call it: {@code OTTO}
 */
public record ChannelProfile(String id, String name) {}
