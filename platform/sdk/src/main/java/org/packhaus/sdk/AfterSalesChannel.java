package org.packhaus.sdk;

/**
 * Where returns, questions and refunds come in and are answered. First edition: a channel can list returns; deciding on them
 * and writing messages come as abilities.
 *
 * @param <S> the settings of one account at this channel, see {@link Connectable}
 */
public interface AfterSalesChannel<S extends Record> extends Connectable<S> {

    /** Who this channel is. Constant. */
    ChannelProfile profile();

    /** One page of returns, those that changed last first. */
    ReturnPage returns(ReturnQuery query, S settings) throws PluginException;
}
