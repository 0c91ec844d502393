package org.packhaus.connect;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.order.OrderId;
import org.packhaus.plugin.Installed;
import org.packhaus.plugin.PluginHost;
import org.packhaus.plugin.PluginMissing;
import org.packhaus.returnnumber.ReturnNumbers;
import org.packhaus.returnnumber.SourceRow;
import org.packhaus.sdk.BringsReturnNumber;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.ReturnLabels;
import org.packhaus.sdk.TestOrders;
import org.packhaus.sdk.TestSystem;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SenderAddress;
import org.springframework.stereotype.Service;

/**
 * Tries a seller before its first real order. Where channel and carrier both point to a test system, a made-up order goes the whole way:
 * read, labelled, put on paper, reported, read back. Anywhere else it is a dry run: everything is asked that costs nothing, and what was
 * not tried is named.
 */
@Service
public class TrialRun {
    private final SellerDesk desk;
    private final AccountDesk accounts;
    private final PluginHost host;
    private final ReturnNumbers numbers;
    private final TrialOrder order;
    private final Audit audit;

    TrialRun(
            SellerDesk desk,
            AccountDesk accounts,
            PluginHost host,
            ReturnNumbers numbers,
            TrialOrder order,
            Audit audit) {
        this.desk = desk;
        this.accounts = accounts;
        this.host = host;
        this.numbers = numbers;
        this.order = order;
        this.audit = audit;
    }

    /** Whether a trial would ship a simulated order; otherwise it is a dry run. */
    public boolean ships(SellerId seller) {
        SellerCard card = desk.card(seller);
        return channel(card).isPresent()
                && carrier(card).isPresent()
                && isTest(channel(card).get())
                && isTest(carrier(card).get());
    }

    /**
     * Takes up to two minutes and calls out; never inside a transaction.
     *
     * @param heard told of each line as soon as it is known
     */
    public Trial run(SellerId seller, Consumer<TrialLine> heard) {
        SellerCard card = desk.card(seller);
        TrialNotes notes = new TrialNotes(heard);
        Optional<Account> channel = channel(card);
        Optional<Account> carrier = carrier(card);
        tried(notes, TrialLine.Check.CHANNEL, channel, "No sales channel is connected. Go back to the first step.");
        tried(
                notes,
                TrialLine.Check.CARRIER,
                carrier,
                "No default carrier is chosen. Go back to the carrier account, and choose carrier and product.");
        sender(notes, card.details());
        channel.ifPresentOrElse(
                one -> returns(notes, one, carrier, card.details()),
                () -> notes.notTried(TrialLine.Check.RETURNS, "It is the channel that says what is needed."));
        boolean ships = ships(seller);
        Optional<OrderId> shipped = Optional.empty();
        if (!ships) {
            notes.skipRest("A connection points to the real service, where this would cost money.");
        } else if (notes.failed()) {
            notes.skipRest("Something above has to be mended first.");
        } else {
            shipped = order.ship(seller, channel.orElseThrow(), carrier.orElseThrow(), notes);
        }
        Trial trial = new Trial(notes.lines(), shipped, !ships);
        audit.record(
                seller,
                "seller.trial",
                new Subject("seller", seller.value()),
                Map.of("outcome", trial.isFine() ? "fine" : "failed", "dry", String.valueOf(!ships)));
        return trial;
    }

    private static Optional<Account> channel(SellerCard card) {
        return card.accounts().stream()
                .filter(account -> account.row().role() == ConnectionRole.SALES_CHANNEL)
                .findFirst();
    }

    private static Optional<Account> carrier(SellerCard card) {
        return card.accounts().stream()
                .filter(account -> account.row().id().equals(card.details().carrier()))
                .findFirst();
    }

    private boolean isTest(Account account) {
        ConnectionId id = account.row().id();
        try {
            return account.row().role() == ConnectionRole.SALES_CHANNEL
                    ? says(host.salesChannel(id), TestOrders.class)
                    : says(host.carrier(id), TestSystem.class);
        } catch (PluginMissing | PluginException e) {
            return false;
        }
    }

    private static boolean says(Installed<?> service, Class<?> ability) throws PluginException {
        Optional<Installed<TestSystem<Record>>> test = service.ability(ability.asSubclass(TestSystem.class));
        return test.isPresent() && test.get().read((one, settings) -> one.isTest(settings));
    }

    private void tried(TrialNotes notes, TrialLine.Check check, Optional<Account> account, String missing) {
        if (account.isEmpty()) {
            notes.failed(check, missing);
            return;
        }
        switch (accounts.test(account.get().row().id())) {
            case Tried.Works(String says) -> notes.fine(check, says);
            case Tried.CannotBeTried cannot -> notes.notTried(check, "The plugin has no test that costs nothing.");
            case Tried.Fails(String code, String text, Optional<String> field) -> notes.failed(check, text);
        }
    }

    private static void sender(TrialNotes notes, SellerDetails seller) {
        SenderAddress sender = seller.sender();
        boolean complete = filled(sender.street()) && filled(sender.zip()) && filled(sender.city());
        if (complete) {
            notes.fine(TrialLine.Check.SENDER, sender.zip() + " " + sender.city());
        } else {
            notes.failed(
                    TrialLine.Check.SENDER, "The sender of " + seller.name() + " needs street, postcode and city.");
        }
    }

    private static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private void returns(TrialNotes notes, Account channel, Optional<Account> carrier, SellerDetails seller) {
        try {
            ChannelRules rules = host.channelRules(channel.row().id());
            if (!rules.returnNumberRequired()) {
                notes.fine(TrialLine.Check.RETURNS, "The channel wants no return numbers.");
                return;
            }
            Optional<String> back = rules.returnCarrier()
                    .or(() -> Optional.ofNullable(seller.returnCarrier()).filter(code -> !code.isBlank()));
            if (back.isEmpty()) {
                notes.failed(
                        TrialLine.Check.RETURNS,
                        "Nobody has said who brings returns back. Set the return carrier as it is at the channel.");
                return;
            }
            returns(notes, back.get(), carrier, seller);
        } catch (PluginMissing | PluginException e) {
            notes.failed(TrialLine.Check.RETURNS, String.valueOf(e.getMessage()));
        }
    }

    private void returns(TrialNotes notes, String code, Optional<Account> carrier, SellerDetails seller) {
        boolean withLabel = carrier.filter(account -> account.can(BringsReturnNumber.class))
                .map(account ->
                        host.carrierProfile(account.row().id()).carrierCode().equals(code))
                .orElse(false);
        Optional<SourceRow> source = numbers.sources().stream()
                .filter(row ->
                        row.seller().equals(seller.id()) && row.carrierCode().equals(code))
                .findFirst();
        if (withLabel && source.filter(SourceRow::always).isEmpty()) {
            notes.fine(TrialLine.Check.RETURNS, code + ", with each label.");
        } else if (source.isEmpty()) {
            boolean sells =
                    carrier.filter(account -> account.can(ReturnLabels.class)).isPresent();
            notes.failed(
                    TrialLine.Check.RETURNS,
                    "Returns come back by " + code + ", and nothing says where its numbers come from."
                            + (sells ? " The carrier sells return labels: set them as the source." : " Set a source."));
        } else {
            source(notes, source.get());
        }
    }

    private static void source(TrialNotes notes, SourceRow source) {
        String code = source.carrierCode();
        switch (source.kind()) {
            case POOL -> {
                if (source.free() > 0) {
                    notes.fine(TrialLine.Check.RETURNS, code + ", " + source.free() + " numbers in the pool.");
                } else {
                    notes.failed(TrialLine.Check.RETURNS, "The pool of " + code + " is empty. Add numbers to it.");
                }
            }
            case API -> notes.fine(TrialLine.Check.RETURNS, code + ", by a return label for each parcel.");
            case CALL ->
                notes.failed(
                        TrialLine.Check.RETURNS,
                        "The default carrier brings no number of " + code + ". Set a pool or return labels.");
        }
    }
}
