package org.packhaus.desk.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.seller.SellerRow;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;

/** The columns of the order list. Templates are drawn by the browser from plain values, so a row costs no components. */
final class OrderColumns {

    /** From left to right. */
    static final List<String> KEYS = List.of(
            "card", "light", "by", "order", "items", "buyer", "amount", "carrier", "ordered", "weight", "channel",
            "tags", "marks");

    private final Grid<OrderRow> grid;
    private final OrderWords words;
    private final SellerNames sellers;
    private final Function<OrderId, OrderGrid.@Nullable Company> company;

    OrderColumns(
            Grid<OrderRow> grid,
            Formats formats,
            SellerNames sellers,
            Function<OrderId, OrderGrid.@Nullable Company> company) {
        this.grid = grid;
        this.words = new OrderWords(formats);
        this.sellers = sellers;
        this.company = company;
    }

    /** Shows these, in the order in which they stand; a column that nobody sees would be held by every open page. */
    void show(Set<String> keys) {
        grid.removeAllColumns();
        KEYS.stream().filter(keys::contains).forEach(this::add);
    }

    private void add(String key) {
        switch (key) {
            case "card" -> card();
            case "light" -> light();
            case "by" -> shipBy();
            case "order" -> order();
            case "items" -> items();
            case "buyer" -> buyer();
            case "amount" -> amount();
            case "carrier" -> carrier();
            case "ordered" -> ordered();
            case "weight" -> weight();
            case "channel" -> channel();
            case "tags" -> tags();
            default -> marks();
        }
    }

    private void ordered() {
        plain("ordered", row -> words.formats().when(row.orderedAt()), "120px");
    }

    private void weight() {
        plain("weight", words::weight, "90px").setTextAlign(ColumnTextAlign.END);
    }

    private void channel() {
        plain("channel", words::channel, "96px");
    }

    private void tags() {
        plain("tags", row -> String.join(", ", row.tags()), "140px");
    }

    private Grid.Column<OrderRow> plain(String key, ValueProvider<OrderRow, String> value, String width) {
        return grid.addColumn(value)
                .setHeader(text("column." + key))
                .setWidth(width)
                .setFlexGrow(0)
                .setKey(key);
    }

    /** All of a row in one column, for a phone. */
    private void card() {
        grid.addColumn(LitRenderer.<OrderRow>of("""
                        <div class="phone-card"><div class="row"><span class="light ${item.light}" role="img" aria-label="${item.says}"></span><span class="by ${item.mood}"><b>${item.left}</b></span><span class="two xs">${item.when}</span><span class="num grow">${item.total}</span></div><a class="cut" href="${item.href}"><b>${item.no}</b> <span class="two">${item.seller}</span></a><div class="cut">${item.title} <span class="two">${item.count}</span></div><div class="xs two cut">${item.name} · ${item.place}</div></div>""")
                        .withProperty("light", row -> OrderState.word(row.stockLight()))
                        .withProperty("says", words::stock)
                        .withProperty("mood", words::mood)
                        .withProperty("left", words::left)
                        .withProperty("when", words::shipBy)
                        .withProperty("total", words::total)
                        .withProperty("href", row -> "orders/" + row.id().value())
                        .withProperty("no", OrderRow::orderNumber)
                        .withProperty("seller", row -> seller(row).name())
                        .withProperty("title", words::title)
                        .withProperty("count", words::pieces)
                        .withProperty("name", words::buyer)
                        .withProperty("place", words::place))
                .setHeader(text("orders.title"))
                .setFlexGrow(1)
                .setKey("card");
    }

    private void light() {
        grid.addColumn(LitRenderer.<OrderRow>of("""
                        <span class="light ${item.light}" role="img" aria-label="${item.says}" title="${item.says}"></span>""")
                        .withProperty("light", row -> OrderState.word(row.stockLight()))
                        .withProperty("says", row -> words.stock(row)))
                .setHeader(hidden("orders.stock"))
                .setWidth("26px")
                .setFlexGrow(0)
                .setKey("light");
    }

    private void shipBy() {
        grid.addColumn(LitRenderer.<OrderRow>of("""
                        <div class="by ${item.mood}"><div class="row l1">${item.mood === 'late'
                          ? html`<span class="i i-14 i-alert" aria-hidden="true"></span>`
                          : item.mood === 'none' ? '' : item.mood === 'held' ? html`<span class="i i-14 i-hold" aria-hidden="true"></span>` : html`<svg class="ring" viewBox="0 0 14 14" aria-hidden="true"><circle cx="7" cy="7" r="5" stroke="var(--ph-line-2)"/><circle cx="7" cy="7" r="5" stroke="${item.mood === 'soon' ? 'var(--ph-warn-mark)' : 'var(--ph-idle-mark)'}" stroke-dasharray="${item.ring} 31.4" transform="rotate(-90 7 7)"/></svg>`}<b>${item.left}</b></div><div class="xs two cut">${item.when}</div></div>""")
                        .withProperty("mood", words::mood)
                        .withProperty("ring", words::ring)
                        .withProperty("left", words::left)
                        .withProperty("when", words::shipBy))
                .setHeader(text("orders.ship-by"))
                .setWidth("132px")
                .setFlexGrow(0)
                .setKey("by");
    }

    private void order() {
        grid.addColumn(LitRenderer.<OrderRow>of("""
                        <div class="no"><a class="l1 cut" href="${item.href}"><b>${item.no}</b></a><div class="row xs two"><span class="tile s t${item.tone}" aria-hidden="true">${item.letter}</span><span class="cut">${item.seller}</span></div></div>""")
                        .withProperty("href", row -> "orders/" + row.id().value())
                        .withProperty("no", OrderRow::orderNumber)
                        .withProperty("tone", row -> seller(row).mark().tone())
                        .withProperty("letter", row -> seller(row).mark().letter())
                        .withProperty("seller", row -> seller(row).name()))
                .setHeader(text("orders.order"))
                .setWidth("140px")
                .setFlexGrow(0)
                .setKey("order");
    }

    private void items() {
        grid.addColumn(LitRenderer.<OrderRow>of("""
                        <div class="row it"><span class="pic">${item.pic ? html`<img src="${item.pic}" alt="" loading="lazy" referrerpolicy="no-referrer">` : html`<span class="i i-box" aria-hidden="true"></span>`}${item.pieces > 1 ? html`<span class="q" aria-hidden="true">${item.pieces}</span>` : html``}</span><div class="grow"><div class="cut l1">${item.title}</div><div class="xs two cut">${item.below}<span class="sr"> ${item.count}</span>${item.tags.map(tag => html` <span class="badge line">${tag}</span>`)}</div></div></div>""")
                        .withProperty("tags", OrderRow::tags)
                        .withProperty("pic", words::picture)
                        .withProperty("pieces", OrderRow::pieces)
                        .withProperty("title", words::title)
                        .withProperty("below", words::belowTitle)
                        .withProperty("count", words::pieces))
                .setHeader(text("orders.items"))
                .setWidth("130px")
                .setFlexGrow(3)
                .setKey("items");
    }

    private void buyer() {
        grid.addColumn(LitRenderer.<OrderRow>of("""
                        <div class="to"><div class="cut l1">${item.name}</div><div class="row xs two"><span class="cut">${item.place}</span>${item.company ? html`<span class="badge ${item.joint ? 'info' : 'line'}" title="${item.companyLong}"><span class="i i-12 i-box" aria-hidden="true"></span>${item.company}<span class="sr"> ${item.companyLong}</span></span>` : html``}${item.pickup ? html`<span class="badge line" title="${item.pickupLong}"><span class="i i-12 i-locker" aria-hidden="true"></span>${item.pickup}</span>` : html``}</div></div>""")
                        .withProperty("name", words::buyer)
                        .withProperty("place", words::place)
                        .withProperty("joint", row -> with(row) > 0)
                        .withProperty("company", this::company)
                        .withProperty("companyLong", this::companyInFull)
                        .withProperty("pickup", words::pickup)
                        .withProperty("pickupLong", words::pickupInFull))
                .setHeader(text("orders.buyer"))
                .setWidth("130px")
                .setFlexGrow(2)
                .setKey("buyer");
    }

    /** How many leave in one parcel, or could; empty for nearly all. */
    private String company(OrderRow row) {
        int with = with(row);
        int could = could(row);
        return with > 0 ? String.valueOf(with + 1) : could > 0 ? "+" + could : "";
    }

    private String companyInFull(OrderRow row) {
        int with = with(row);
        int could = could(row);
        return with > 0
                ? words.formats().text("together.with", with)
                : could > 0 ? words.formats().text("together.could", could) : "";
    }

    private int with(OrderRow row) {
        OrderGrid.Company mates = company.apply(row.id());
        return mates == null ? row.sentWith() == null ? 0 : 1 : mates.with();
    }

    private int could(OrderRow row) {
        OrderGrid.Company mates = company.apply(row.id());
        return mates == null ? 0 : mates.could();
    }

    private void amount() {
        grid.addColumn(words::total)
                .setHeader(text("orders.amount"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("96px")
                .setFlexGrow(0)
                .setKey("amount");
    }

    private void carrier() {
        grid.addColumn(LitRenderer.<OrderRow>of("""
                        <div class="ca"><div class="row l1"><span class="cut ${item.none ? 'two' : ''}">${item.carrier}</span><span class="two num grow">${item.price}</span></div><div class="two xs cut">${item.why}</div></div>""")
                        .withProperty("none", row -> row.carrier() == null)
                        .withProperty("carrier", words::carrier)
                        .withProperty("price", words::price)
                        .withProperty("why", words::why))
                .setHeader(text("orders.carrier"))
                .setWidth("190px")
                .setFlexGrow(0)
                .setKey("carrier");
    }

    private void marks() {
        var header = new Span();
        header.addClassName("docs");
        header.add(named(Icon.LABEL, "mark.label"), named(Icon.SLIP, "mark.slip"), named(Icon.SENT, "mark.confirmed"));
        grid.addColumn(LitRenderer.<OrderRow>of("""
                        <span class="docs">${[[item.label, item.labelSays, 'label'], [item.slip, item.slipSays, 'slip'], [item.sent, item.sentSays, 'sent']].map(([state, says, icon]) => html`<span class="doc ${state.includes('/') ? 'part' : state}" role="img" aria-label="${says}" title="${says}">${state === 'done' ? html`<span class="i i-14 i-${icon}"></span>` : state === 'none' ? '' : state}</span>`)}</span>""")
                        .withProperty("label", row -> words.label(row).state())
                        .withProperty("labelSays", row -> words.label(row).says())
                        .withProperty("slip", row -> words.slip(row).state())
                        .withProperty("slipSays", row -> words.slip(row).says())
                        .withProperty("sent", row -> words.confirmed(row).state())
                        .withProperty("sentSays", row -> words.confirmed(row).says()))
                .setHeader(header)
                .setWidth("114px")
                .setFlexGrow(0)
                .setKey("marks");
    }

    private SellerRow seller(OrderRow row) {
        return sellers.of(row.seller());
    }

    private String text(String key) {
        return words.formats().text(key);
    }

    private Span hidden(String key) {
        var name = new Span(text(key));
        name.addClassName("sr");
        return name;
    }

    private Span named(Icon icon, String key) {
        var mark = icon.small();
        mark.getElement().removeAttribute("aria-hidden");
        mark.getElement().setAttribute("role", "img");
        mark.getElement().setAttribute("aria-label", text(key));
        mark.getElement().setAttribute("title", text(key));
        return mark;
    }
}
