package org.packhaus.desk.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.packhaus.Refusal;
import org.packhaus.aftersales.AfterSalesException;
import org.packhaus.aftersales.CutRow;
import org.packhaus.aftersales.PartialRefunds.Reducible;
import org.packhaus.aftersales.ReturnDecisions;
import org.packhaus.aftersales.ReturnRow;
import org.packhaus.order.OrderItem;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Receipts.Receipt;
import org.packhaus.sdk.ReturnReason;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Background;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Texts;
import org.packhaus.shell.Toast;

/** What came back of an order, what was given back of its prices, and what the channel billed. */
class AfterSalesCard extends Composite<Section> {

    /** What the card shows and does; each is run with the order's seller in scope. */
    interface Desk {
        List<ReturnRow> returns();

        List<CutRow> cuts();

        List<Reducible> reducible();

        /** Pieces that were sent, and did not come back yet. */
        List<OrderItem> sent();

        List<ReturnReason> unseenReasons();

        /** What the channel's plugin calls a reason. */
        Optional<String> words(String reason, Locale language);

        boolean keepsReceipts();

        /** Calls out. */
        List<Receipt> receipts();

        /** Calls out. */
        byte[] receipt(String number);

        void reduce(Reducible piece, BigDecimal amount);

        List<ReturnDecisions.Wished> acceptUnseen(OrderItem piece, String reason);

        boolean mayAct();

        void read();
    }

    private final Desk desk;
    private final Formats formats;
    private final Div papers;

    /** @param papers where receipts are shown: who draws the card anew gives it what the former one found, or is still asked */
    AfterSalesCard(Desk desk, Formats formats, Div papers) {
        this.desk = desk;
        this.formats = formats;
        this.papers = papers;
    }

    /** No receipts yet. */
    static Div papers() {
        var papers = Parts.div("in receipts");
        papers.setVisible(false);
        return papers;
    }

    @Override
    protected Section initContent() {
        var card = Parts.card(getTranslation("refund.title"));
        var list = new UnorderedList();
        list.addClassName("items");
        List<ReturnRow> returns = desk.returns();
        List<CutRow> cuts = desk.cuts();
        returns.forEach(row -> list.add(line(row)));
        cuts.forEach(cut -> list.add(line(cut)));
        if (returns.isEmpty() && cuts.isEmpty()) {
            card.add(Parts.div("in two", new Paragraph(getTranslation("refund.none"))));
        } else {
            card.add(list);
        }
        var deeds = Parts.div("in row wrap");
        if (desk.mayAct()) {
            List<Reducible> reducible = desk.reducible();
            if (!reducible.isEmpty()) {
                deeds.add(new ActionButton(null, getTranslation("refund.give"), click -> reduce(reducible))
                        .small()
                        .quiet());
            }
            List<OrderItem> sent = desk.sent();
            List<ReturnReason> unseen = desk.unseenReasons();
            if (!sent.isEmpty() && !unseen.isEmpty()) {
                deeds.add(new ActionButton(null, getTranslation("refund.unseen"), click -> unseen(sent, unseen))
                        .small()
                        .quiet());
            }
            if (desk.keepsReceipts()) {
                deeds.add(new ActionButton(Icon.SLIP, getTranslation("receipts.show"), click -> receipts())
                        .small()
                        .quiet());
            }
        }
        card.add(papers);
        if (deeds.getComponentCount() > 0) {
            card.add(deeds);
        }
        return card;
    }

    private ListItem line(ReturnRow row) {
        var title = Parts.div("m");
        title.setText(row.title());
        var below = Parts.div("xs two");
        below.setText(Stream.of(
                        row.condition() == null ? "" : row.condition().name(),
                        reason(row.reason()),
                        row.problemText().isEmpty() ? "" : Problems.text(row.problemCode(), row.problemText()))
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + " · " + other)
                .orElse(row.sku()));
        var line = new ListItem(Parts.div("grow", title, below), badge(row));
        line.addClassName("item");
        return line;
    }

    private Badge badge(ReturnRow row) {
        if (row.wish() != null) {
            return new Badge(Badge.Tone.INFO, Icon.CLOCK, getTranslation("return.wish." + word(row.wish())));
        }
        return switch (row.state()) {
            case ACCEPTED -> new Badge(Badge.Tone.OK, Icon.TICK, getTranslation("return.state.accepted"));
            case REJECTED -> new Badge(Badge.Tone.LATE, Icon.X, getTranslation("return.state.rejected"));
            case ANNOUNCED, MISDIRECTED ->
                new Badge(Badge.Tone.WARN, Icon.RETURN, getTranslation("return.stage." + word(row.stage())));
        };
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String reason(String code) {
        return Texts.has("return-reason." + code)
                ? getTranslation("return-reason." + code)
                : desk.words(code, formats.locale()).orElse(code);
    }

    private ListItem line(CutRow cut) {
        var title = Parts.div("m");
        title.setText(getTranslation("receipts.kind.partial-refund"));
        var below = Parts.div("xs two");
        below.setText(formats.when(cut.wantedAt()) + " · " + cut.wantedBy()
                + (cut.problemText().isEmpty() ? "" : " · " + Problems.text(cut.problemCode(), cut.problemText())));
        var state = switch (cut.state()) {
            case PROCESSED -> new Badge(Badge.Tone.OK, Icon.TICK, getTranslation("refund.state.processed"));
            case REJECTED, REFUSED ->
                new Badge(Badge.Tone.LATE, Icon.X, getTranslation("refund.state." + word(cut.state())));
            case WANTED, SENDING, UNCLEAR, INITIATED ->
                new Badge(Badge.Tone.INFO, Icon.CLOCK, getTranslation("refund.state." + word(cut.state())));
        };
        var line = new ListItem(Parts.div("grow", title, below), state, Parts.span("num m price", money(cut.amount())));
        line.addClassName("item");
        return line;
    }

    private String money(Money money) {
        return formats.money(money.amount(), money.currency().getCurrencyCode());
    }

    private void reduce(List<Reducible> pieces) {
        var dialog = new Dialog(getTranslation("refund.give"));
        dialog.setWidth("460px");
        var piece = new Select<Reducible>();
        piece.setLabel(getTranslation("refund.piece"));
        piece.setItems(pieces);
        piece.setItemLabelGenerator(one -> one.title() + " · " + one.sku());
        piece.setWidthFull();
        var amount = new BigDecimalField(getTranslation("refund.amount"));
        amount.setWidthFull();
        piece.addValueChangeListener(change -> amount.setHelperText(
                change.getValue() == null
                        ? ""
                        : getTranslation("refund.limit", money(change.getValue().left()))));
        piece.setValue(pieces.getFirst());
        var failure = failure();
        dialog.add(Parts.div("rows", piece, amount, failure));
        dialog.getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> dialog.close()).quiet(),
                        new ActionButton(null, getTranslation("refund.do"), click -> {
                                    if (amount.getValue() == null) {
                                        failure.setText(getTranslation(
                                                "refund.limit",
                                                money(piece.getValue().left())));
                                        return;
                                    }
                                    try {
                                        desk.reduce(piece.getValue(), amount.getValue());
                                        dialog.close();
                                        Toast.done(getTranslation("refund.begun"));
                                        desk.read();
                                    } catch (AfterSalesException refused) {
                                        failure.setText(Problems.text(refused));
                                    }
                                })
                                .fill());
        dialog.open();
    }

    private static Paragraph failure() {
        var failure = new Paragraph();
        failure.addClassName("problem-text");
        failure.getElement().setAttribute("role", "alert");
        return failure;
    }

    private void unseen(List<OrderItem> sent, List<ReturnReason> reasons) {
        var dialog = new Dialog(getTranslation("refund.unseen"));
        dialog.setWidth("500px");
        var piece = new Select<OrderItem>();
        piece.setLabel(getTranslation("refund.piece"));
        piece.setItems(sent);
        piece.setItemLabelGenerator(one -> one.title() + " · " + money(one.price()));
        piece.setValue(sent.getFirst());
        piece.setWidthFull();
        var reason = new RadioButtonGroup<String>(getTranslation("return.reason"));
        reason.setItems(reasons.stream().map(ReturnReason::code).toList());
        reason.setItemLabelGenerator(this::reason);
        var warning = new Div(Icon.ALERT.create(), new Paragraph(getTranslation("refund.unseen.help")));
        warning.addClassNames("note", "warn");
        var failure = failure();
        dialog.add(Parts.div("rows", piece, reason, warning, failure));
        dialog.getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> dialog.close()).quiet(),
                        new ActionButton(null, getTranslation("return.accept.do", 1), click -> {
                                    if (reason.getValue() == null) {
                                        failure.setText(getTranslation("return.reason.wanted"));
                                        return;
                                    }
                                    try {
                                        var refused = desk.acceptUnseen(piece.getValue(), reason.getValue()).stream()
                                                .filter(wished -> !wished.takenUp())
                                                .findFirst();
                                        if (refused.isPresent()) {
                                            failure.setText(Problems.text(
                                                    refused.get().code(),
                                                    refused.get().text()));
                                            return;
                                        }
                                        dialog.close();
                                        desk.read();
                                    } catch (AfterSalesException refused) {
                                        failure.setText(Problems.text(refused));
                                    }
                                })
                                .fill());
        dialog.open();
    }

    private void receipts() {
        Background.run(UI.getCurrent(), desk::receipts, this::show, failure -> {
            Toast.failure(failure instanceof Refusal known ? Problems.text(known) : getTranslation("receipts.failed"));
        });
    }

    private void show(List<Receipt> found) {
        papers.removeAll();
        papers.setVisible(true);
        if (found.isEmpty()) {
            papers.add(new Paragraph(getTranslation("receipts.none")));
        }
        for (Receipt receipt : found) {
            var link = new Anchor(
                    DownloadHandler.fromInputStream(event -> {
                        byte[] pdf = desk.receipt(receipt.number());
                        return new DownloadResponse(
                                new ByteArrayInputStream(pdf),
                                receipt.number() + ".pdf",
                                "application/pdf",
                                pdf.length);
                    }),
                    receipt.number());
            link.setTarget(AnchorTarget.BLANK);
            var says = Parts.span(
                    "xs two",
                    " " + getTranslation("receipts.kind." + word(receipt.kind())) + " · "
                            + formats.day(receipt.issuedAt()) + " · " + money(receipt.total()));
            papers.add(new Div(link, says));
        }
    }

    /** Nothing comes back of what never left. */
    static boolean mayComeBack(OrderItem item) {
        return item.state() == ChannelItem.State.SENT || item.state() == ChannelItem.State.RETURNED;
    }

    static boolean isSent(OrderItem item, List<ReturnRow> returns) {
        return item.state() == ChannelItem.State.SENT
                && returns.stream().noneMatch(row -> Objects.equals(row.item(), item.id()) && !row.mayBeAccepted());
    }
}
