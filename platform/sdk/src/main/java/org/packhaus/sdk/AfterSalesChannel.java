package org.packhaus.sdk;

/**
 * Where returns, questions and refunds come in and are answered, with an account of its own: a mailbox, a help desk. What it can do it says
 * by its abilities: {@link Messages}, {@link Returns}, {@link PriceReductions}, {@link Receipts}.
 *
 * <p>A marketplace that has all this under the account of the orders is no second connection: its {@link SalesChannel} has the abilities
 * itself, and the seller signs in once.
 *
 * @param <S> the settings of one account at this channel, see {@link Connectable}
 */
public interface AfterSalesChannel<S extends Record> extends Connectable<S> {

    /** Who this channel is. Constant. */
    ChannelProfile profile();
}
