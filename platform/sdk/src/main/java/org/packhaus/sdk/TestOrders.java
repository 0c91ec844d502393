package org.packhaus.sdk;

/** Ability of a {@link SalesChannel}: its test system makes up an order, so that the whole way can be tried before the first real one. */
public interface TestOrders<S extends Record> extends TestSystem<S> {

    /** Has an order made up that may be shipped at once; it is found like any other. Called only where {@link #isTest} says yes. */
    void placeTestOrder(S settings) throws PluginException;
}
