package org.packhaus.aftersales.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.aftersales.AfterSalesException;
import org.packhaus.aftersales.Fate;
import org.packhaus.aftersales.ReceivingBench;
import org.packhaus.aftersales.ReturnDecisions;
import org.packhaus.aftersales.ReturnRow;
import org.packhaus.aftersales.ReturnService;
import org.packhaus.aftersales.ReturnStage;
import org.packhaus.aftersales.UnknownRow;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.ItemCondition;
import org.packhaus.sdk.ReturnDecision.Verdict;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Card;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Problems;
import org.packhaus.shell.SellerTile;
import org.packhaus.shell.Toast;

/**
 * The table where parcels that come back are opened. One field takes everything: what the scanner reads, and what to do with it, so that no
 * mouse is needed. What went wrong stays until somebody says that it was read.
 */
@Route(value = "returns/bench", layout = MainLayout.class)
@PermitAll
class BenchView extends Div implements HasDynamicTitle {
    private static final int LARGEST_PHOTO = 15_000_000;

    private final ReceivingBench bench;
    private final ReturnService returns;
    private final OrderService orders;
    private final CurrentUser user;
    private final ReturnWords words;
    private final ReturnDeeds deeds;
    private final Map<SellerId, SellerRow> sellers;
    private final TextField scan = new TextField();
    private final Div alarm = new Div();
    private final Div table = new Div();
    private final Section unknown = new Section();
    private TextArea note = new TextArea();
    private @Nullable ReturnRow piece;

    BenchView(
            ReceivingBench bench,
            ReturnService returns,
            ReturnDecisions decisions,
            OrderService orders,
            SellerService sellers,
            CurrentUser user) {
        this.bench = bench;
        this.returns = returns;
        this.orders = orders;
        this.user = user;
        this.words = new ReturnWords(Formats.current(), decisions);
        this.deeds = new ReturnDeeds(decisions, user, words);
        user.demand(Permission.AFTER_SALES);
        this.sellers = user.inScope(Permission.AFTER_SALES, sellers::list).stream()
                .collect(Collectors.toMap(SellerRow::id, seller -> seller));
        addClassName("bench");
        var back = new Anchor("returns", getTranslation("nav.returns"));
        back.addClassNames("btn", "quiet");
        var help = new Paragraph(getTranslation("bench.keys"));
        help.addClassName("sub");
        var names = new Div(new H1(getTranslation("bench")), help);
        names.addClassName("grow");
        var head = new Header(names, back);
        head.addClassName("head");
        scan.setAriaLabel(getTranslation("bench.scan"));
        scan.setPlaceholder(getTranslation("bench.scan"));
        scan.setPrefixComponent(Icon.SEARCH.create());
        scan.setAutofocus(true);
        scan.setAutoselect(true);
        scan.addClassName("bench-scan");
        readsAtEnter();
        alarm.addClassName("bench-alarm");
        alarm.getElement().setAttribute("role", "alert");
        alarm.setVisible(false);
        table.addClassName("bench-table");
        table.getElement().setAttribute("aria-live", "polite");
        var scroll = new Div(scan, alarm, table, unknown);
        scroll.addClassName("scroll");
        add(head, scroll);
        nothing();
        unknown();
    }

    /** The code is taken out of the field where it was scanned, so that the next scan begins at once in an empty one. */
    private void readsAtEnter() {
        scan.getElement().executeJs("""
                this.addEventListener('keydown', key => {
                    if (key.key === 'Enter') {
                        const code = this.value;
                        this.value = '';
                        this.dispatchEvent(new CustomEvent('scanned', {detail: code}));
                    }
                });""");
        scan.getElement()
                .addEventListener(
                        "scanned",
                        enter -> scanned(enter.getEventData()
                                .get("event.detail")
                                .asString()
                                .strip()))
                .addEventData("event.detail");
    }

    private void nothing() {
        piece = null;
        table.removeAll();
        var empty = new Paragraph(getTranslation("bench.none"));
        empty.addClassName("two");
        table.add(empty);
    }

    private void scanned(String code) {
        if (alarm.isVisible()) {
            // Scanning on past a message is how messages are missed.
            Toast.failure(getTranslation("bench.read-first"));
            return;
        }
        if (code.isEmpty() || command(code)) {
            return;
        }
        List<ReturnRow> found = user.inScope(Permission.AFTER_SALES, () -> bench.scan(code));
        List<ReturnRow> open = found.stream()
                .filter(row -> row.stage() != ReturnStage.DECIDED && row.wish() == null)
                .toList();
        if (found.isEmpty()) {
            unknown(code);
        } else if (open.size() == 1) {
            show(open.getFirst());
        } else {
            choose(open.isEmpty() ? found : open);
        }
    }

    /** @return whether it was a command to the piece on the bench, and no code of another */
    private boolean command(String code) {
        String word = code.toUpperCase(Locale.ROOT);
        boolean known = word.matches("[A-E]|[+\\-SW]");
        if (!known) {
            return false;
        }
        ReturnRow row = piece;
        if (row == null) {
            alarm(getTranslation("bench.no-piece"));
            return true;
        }
        switch (word) {
            case "+" -> decide(row, Verdict.ACCEPT);
            case "-" -> decide(row, Verdict.REJECT);
            case "S" -> settle(row, Fate.RESTOCKED);
            case "W" -> settle(row, Fate.WRITTEN_OFF);
            default -> received(row, ItemCondition.valueOf(word), note.getValue());
        }
        return true;
    }

    private void choose(List<ReturnRow> found) {
        piece = null;
        table.removeAll();
        table.add(new H2(getTranslation("bench.found", found.size())));
        var list = new Div();
        list.addClassName("bench-choice");
        for (ReturnRow row : found) {
            var name = new Span(row.title().isEmpty() ? row.channelItemId() : row.title());
            name.addClassName("m");
            var below = new Span(row.orderNumber() + " · " + row.sku());
            below.addClassNames("xs", "two");
            var choice = new NativeButton();
            choice.add(whose(row.seller()), new Div(name, below), words.badge(row));
            choice.addClassName("bench-piece");
            choice.addClickListener(click -> show(row));
            list.add(choice);
        }
        table.add(list);
        ((NativeButton) list.getComponentAt(0)).focus();
    }

    private void show(ReturnRow row) {
        piece = row;
        table.removeAll();
        var card = new Section();
        Card.head(
                card,
                getTranslation("return.of", row.orderNumber().isEmpty() ? "?" : row.orderNumber()),
                whose(row.seller()),
                words.badge(row));
        var body = new Div(goods(row), conditions(row), note(row), photo(row), decision(row));
        body.addClassName("bench-body");
        card.add(body);
        table.add(card);
        scan.focus();
    }

    private Div goods(ReturnRow row) {
        var picture = new Div();
        picture.setClassName("pic l");
        OrderId order = row.order();
        Optional<OrderItem> item = order == null
                ? Optional.empty()
                : user.inScope(Permission.AFTER_SALES, () -> orders.details(order)).items().stream()
                        .filter(one -> one.id().equals(row.item()))
                        .findFirst();
        String url = item.map(OrderItem::pictureUrl).orElse(null);
        if (url == null) {
            picture.add(Icon.BOX.create());
        } else {
            var image = new Image(url, "");
            image.getElement().setAttribute("referrerpolicy", "no-referrer");
            picture.add(image);
        }
        var name = new Span(row.title().isEmpty() ? row.channelItemId() : row.title());
        name.addClassName("m");
        var below = new Span(row.sku()
                + (row.ean().isEmpty() ? "" : " · EAN " + row.ean())
                + (row.price() == null ? "" : " · " + words.price(row)));
        below.addClassNames("xs", "two");
        var clock = new Span(words.clock(row));
        clock.addClassNames("xs", words.isUrgent(row) ? "late" : "two");
        var says = new Div(new Div(name), new Div(below), new Div(clock));
        says.addClassName("grow");
        var line = new Div(picture, says);
        line.addClassName("row");
        return line;
    }

    private Div conditions(ReturnRow row) {
        var buttons = new Div();
        buttons.addClassName("bench-conditions");
        buttons.getElement().setAttribute("role", "group");
        buttons.getElement().setAttribute("aria-label", getTranslation("return.condition"));
        for (ItemCondition condition : ItemCondition.values()) {
            var button = new NativeButton();
            var letter = new Span(condition.name());
            letter.addClassName("letter");
            var says = new Span(
                    getTranslation("return.condition." + condition.name().toLowerCase(Locale.ROOT)));
            says.addClassName("xs");
            button.add(letter, says);
            button.addClassName("bench-condition");
            button.getElement().setAttribute("aria-pressed", Boolean.toString(row.condition() == condition));
            button.addClickListener(click -> received(row, condition, note.getValue()));
            buttons.add(button);
        }
        return buttons;
    }

    /** Kept with the condition: what somebody writes first waits for it, and says nothing of it. */
    private TextArea note(ReturnRow row) {
        note = new TextArea(getTranslation("return.note"));
        note.setMaxLength(1_000);
        note.setValue(row.note());
        note.setWidthFull();
        note.addValueChangeListener(change -> {
            if (change.isFromClient() && row.condition() != null) {
                received(row, row.condition(), change.getValue());
            }
        });
        return note;
    }

    private Upload photo(ReturnRow row) {
        var upload = new Upload(UploadHandler.inMemory((metadata, file) -> attempt(() -> {
            user.inScopeOf(row.seller(), Permission.AFTER_SALES, () -> bench.photo(row.id(), file));
            Toast.done(getTranslation("bench.photo.kept"));
        })));
        upload.setAcceptedFileTypes("image/*");
        upload.setMaxFileSize(LARGEST_PHOTO);
        // A tablet opens its camera.
        upload.getElement().setAttribute("capture", "environment");
        upload.setUploadButton(new ActionButton(null, getTranslation("bench.photo"), click -> {}));
        upload.setDropLabel(new Span(getTranslation("bench.photo.help")));
        return upload;
    }

    private Div decision(ReturnRow row) {
        var buttons = new Div();
        buttons.addClassName("bench-deeds");
        if (row.mayBeRejected()) {
            buttons.add(new ActionButton(Icon.X, getTranslation("return.reject"), click -> decide(row, Verdict.REJECT))
                    .key("-"));
        }
        if (row.mayBeAccepted()) {
            buttons.add(
                    new ActionButton(Icon.TICK, getTranslation("return.accept"), click -> decide(row, Verdict.ACCEPT))
                            .fill()
                            .key("+"));
        }
        if (row.fate() == Fate.OPEN) {
            buttons.add(
                    new ActionButton(Icon.STOCK, getTranslation("bench.restock"), click -> settle(row, Fate.RESTOCKED))
                            .quiet()
                            .key("S"),
                    new ActionButton(Icon.X, getTranslation("bench.write-off"), click -> settle(row, Fate.WRITTEN_OFF))
                            .quiet()
                            .key("W"));
        } else {
            buttons.add(new Span(words.fate(row.fate())));
        }
        return buttons;
    }

    private void received(ReturnRow row, ItemCondition condition, String note) {
        attempt(() -> {
            show(user.inScopeOf(row.seller(), Permission.AFTER_SALES, () -> bench.received(row.id(), condition, note)));
            Toast.done(getTranslation("bench.saved", condition.name()));
        });
    }

    private void settle(ReturnRow row, Fate fate) {
        attempt(() ->
                show(user.inScopeOf(row.seller(), Permission.AFTER_SALES, () -> bench.settleGoods(row.id(), fate))));
    }

    private void decide(ReturnRow row, Verdict verdict) {
        if (row.condition() == null && !note.isEmpty()) {
            alarm(getTranslation("bench.condition-first"));
            return;
        }
        deeds.ask(List.of(row), verdict, null, () -> {
            List<ReturnRow> now = user.inScope(Permission.AFTER_SALES, () -> returns.rows(List.of(row.id())));
            now.stream().findFirst().ifPresentOrElse(this::show, this::nothing);
        });
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (AfterSalesException refused) {
            alarm(Problems.text(refused));
        }
    }

    private void alarm(String text, ActionButton... deeds) {
        alarm.removeAll();
        var says = new Div(text);
        says.addClassNames("grow", "m");
        alarm.add(Icon.ALERT.create(), says);
        alarm.add(deeds);
        var read = new ActionButton(null, getTranslation("bench.read"), click -> {
            alarm.setVisible(false);
            scan.focus();
        });
        alarm.add(read);
        alarm.setVisible(true);
        read.focus();
    }

    private void unknown(String code) {
        nothing();
        var seller = new Select<SellerRow>();
        seller.setAriaLabel(getTranslation("bench.unknown.seller"));
        seller.setPlaceholder(getTranslation("bench.unknown.seller"));
        seller.setWidth("260px");
        seller.setItems(sellers.values());
        seller.setItemLabelGenerator(SellerRow::name);
        if (sellers.size() == 1) {
            seller.setValue(sellers.values().iterator().next());
        }
        var inside = new TextField();
        inside.setAriaLabel(getTranslation("bench.unknown.note"));
        inside.setPlaceholder(getTranslation("bench.unknown.note"));
        inside.setMaxLength(1_000);
        inside.setWidth("260px");
        var keep = new ActionButton(null, getTranslation("bench.unknown.keep"), click -> {
            SellerRow whose = seller.getValue();
            if (whose == null) {
                Toast.failure(getTranslation("bench.unknown.seller"));
                return;
            }
            attempt(() -> {
                user.inScopeOf(
                        whose.id(), Permission.AFTER_SALES, () -> bench.keep(whose.id(), code, inside.getValue()));
                alarm.setVisible(false);
                Toast.done(getTranslation("bench.unknown.kept"));
                unknown();
                scan.focus();
            });
        });
        alarm(getTranslation("bench.unknown", code), keep);
        alarm.addComponentAtIndex(2, inside);
        alarm.addComponentAtIndex(2, seller);
        seller.setVisible(sellers.size() > 1);
    }

    /** Parcels of several sellers lie on one bench: whose this is. Nothing where there is but one. */
    private Span whose(SellerId id) {
        var whose = new Span();
        var seller = sellers.get(id);
        whose.setVisible(seller != null && sellers.size() > 1);
        if (seller != null) {
            var name = new Span(seller.name());
            name.addClassName("xs");
            whose.add(new SellerTile(seller.mark(), seller.name()).small(), name);
            whose.addClassName("row");
        }
        return whose;
    }

    /** What nobody has matched yet. */
    private void unknown() {
        List<UnknownRow> open = user.inScope(Permission.AFTER_SALES, bench::unknown);
        Card.head(unknown, getTranslation("bench.unknown.list"));
        unknown.setVisible(!open.isEmpty());
        for (UnknownRow row : open) {
            var code = new Span(row.code());
            code.addClassNames("mono", "m");
            var when = new Span(words.formats().when(row.receivedAt()) + " · " + row.receivedBy());
            when.addClassNames("xs", "two");
            var inside = new Span(row.note());
            inside.addClassNames("grow", "inside");
            var line = new Div(
                    whose(row.seller()),
                    code,
                    inside,
                    when,
                    new ActionButton(null, getTranslation("bench.unknown.match"), click -> match(row)).small());
            line.addClassNames("row", "bench-unknown");
            unknown.add(line);
        }
    }

    private void match(UnknownRow row) {
        ReturnRow found = piece;
        if (found == null) {
            alarm(getTranslation("bench.no-piece"));
            return;
        }
        attempt(() -> {
            user.inScopeOf(row.seller(), Permission.AFTER_SALES, () -> {
                bench.match(row.id(), found.id());
                return true;
            });
            Toast.done(getTranslation("bench.unknown.matched"));
            unknown();
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bench") + " · Packhaus";
    }
}
