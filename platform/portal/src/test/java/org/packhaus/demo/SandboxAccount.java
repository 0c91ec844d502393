package org.packhaus.demo;

import java.util.List;
import org.packhaus.seller.SenderAddress;
import org.packhaus.seller.Setting;

/** A seller of a sandbox, and what has to be entered for each of its accounts there. */
public final class SandboxAccount {
    private final SandboxControl.Account account;
    private final SandboxControl sandbox;

    SandboxAccount(SandboxControl.Account account, SandboxControl sandbox) {
        this.account = account;
        this.sandbox = sandbox;
    }

    /** Short name for the control API. */
    public String key() {
        return account.key();
    }

    public String name() {
        return account.name();
    }

    public String returnCarrier() {
        return account.returnCarrier();
    }

    public SenderAddress sender() {
        return DemoSellers.sender(account);
    }

    public List<Setting> otto() {
        return DemoSellers.otto(account, sandbox);
    }

    public List<Setting> carrier(String plugin) {
        return DemoCarriers.settings(account.carrier(plugin), sandbox);
    }
}
