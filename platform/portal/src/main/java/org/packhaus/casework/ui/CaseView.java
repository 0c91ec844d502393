package org.packhaus.casework.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.aftersales.ReturnRow;
import org.packhaus.casework.AnswerState;
import org.packhaus.casework.AnswerTemplates;
import org.packhaus.casework.AnswerTemplates.Whose;
import org.packhaus.casework.CaseDesk;
import org.packhaus.casework.CaseDetails;
import org.packhaus.casework.CaseException;
import org.packhaus.casework.CaseId;
import org.packhaus.casework.CaseInbox;
import org.packhaus.casework.CaseLine;
import org.packhaus.casework.CaseLinks;
import org.packhaus.casework.CaseRow;
import org.packhaus.casework.CaseState;
import org.packhaus.claim.ClaimRow;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.security.Colleagues.Colleague;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Card;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Toast;
import org.packhaus.tracking.TrackedRow;
import org.packhaus.tracking.TrackingService;

/** One case: what was said, the answer, and the order it is about. */
@Route(value = "cases/:case", layout = MainLayout.class)
@PermitAll
class CaseView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final CaseInbox inbox;
    private final CaseDesk desk;
    private final OrderService orders;
    private final TrackingService tracking;
    private final CurrentUser user;
    private final LiveCases live;
    private final AnswerTemplates templates;
    private final CaseLinks links;
    private final Map<ConnectionId, ConnectionRow> connections;
    private final List<SellerRow> sellers;
    private final Formats formats = Formats.current();
    private final CaseWords words = new CaseWords(formats);
    private final Div headPlace = new Div();
    private final Div left = new Div();
    private final Div timeline = new Div();
    private final Div answerPlace = new Div();
    private final Div right = new Div();
    private @Nullable CaseDetails shown;
    private @Nullable AnswerBox box;

    CaseView(
            CaseInbox inbox,
            CaseDesk desk,
            AnswerTemplates templates,
            CaseLinks links,
            OrderService orders,
            TrackingService tracking,
            ConnectionService connections,
            SellerService sellers,
            CurrentUser user,
            LiveCases live) {
        this.inbox = inbox;
        this.desk = desk;
        this.templates = templates;
        this.links = links;
        this.orders = orders;
        this.tracking = tracking;
        this.user = user;
        this.live = live;
        this.connections = user.inFullScope(() -> connections.list()).stream()
                .collect(Collectors.toMap(ConnectionRow::id, one -> one));
        this.sellers = user.inFullScope(sellers::list);
        addClassNames("order", "case");
        left.addClassName("left");
        left.add(timeline, answerPlace);
        right.addClassName("right");
        var columns = new Div(left, right);
        columns.addClassNames("scroll", "cols");
        var page = new Div(headPlace, columns);
        page.addClassName("order-page");
        add(page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = new CaseId(event.getRouteParameters().getLong("case").orElse(0L));
        try {
            show(details(id));
            answerBox();
        } catch (CaseException unknown) {
            // Also a case of somebody else: whether it exists is none of this reader's business.
            event.rerouteToError(NotFoundException.class);
        }
    }

    private CaseDetails details(CaseId id) {
        var found = user.inFullScope(() -> inbox.details(id));
        user.demand(Permission.AFTER_SALES, found.row().seller());
        return found;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        if (shown != null) {
            live.watch(this, attached.getUI(), Set.of(shown.row().seller()), this::readAgain);
        }
    }

    /** Whatever is half written stays. */
    private void readAgain() {
        if (shown != null) {
            var now = details(shown.row().id());
            if (!now.equals(shown)) {
                show(now);
            }
        }
    }

    private void show(CaseDetails details) {
        shown = details;
        headPlace.removeAll();
        headPlace.add(head(details.row()));
        timeline.removeAll();
        timeline.add(conversation(details));
        right.removeAll();
        right.add(facts(details.row()));
        orderCard(details.row());
        linkedCard(details.row());
    }

    private Header head(CaseRow row) {
        var crumb = new Nav(
                new Anchor("cases", getTranslation("nav.cases")),
                Icon.RIGHT.tiny(),
                new Anchor(
                        "cases?show=" + row.state().name().toLowerCase(Locale.ROOT),
                        getTranslation("case.state." + row.state().name().toLowerCase(Locale.ROOT))));
        crumb.addClassName("crumb");
        crumb.setAriaLabel(getTranslation("crumb"));
        var title = new H1(new Span(words.subject(row)));
        title.add(words.clock(row).big());
        var below = new Paragraph(new Span(row.number() + " · " + words.buyer(row)));
        below.addClassNames("sub", "row");
        var names = new Div(crumb, title, below);
        names.addClassName("grow");
        var head = new Header(names);
        head.addClassName("head");
        if (row.erased()) {
            return head;
        }
        boolean mine = row.assignee() != null && row.assignee() == user.id().value();
        head.add(new ActionButton(
                        Icon.USER,
                        getTranslation(mine ? "case.give-back" : "case.take"),
                        click -> act(() -> {
                            if (mine) {
                                desk.giveBack(row.id());
                            } else {
                                desk.assign(row.id(), user.id());
                            }
                        }))
                .quiet());
        if (row.state() == CaseState.SOLVED) {
            head.add(new ActionButton(
                    Icon.AGAIN, getTranslation("case.reopen"), click -> act(() -> desk.reopen(row.id()))));
        } else {
            head.add(new ActionButton(Icon.TICK, getTranslation("case.solve"), click -> act(() -> desk.solve(row.id())))
                    .fill());
        }
        return head;
    }

    /** False if it was refused. */
    private boolean act(Runnable deed) {
        if (shown == null) {
            return false;
        }
        var row = shown.row();
        try {
            user.inScopeOf(row.seller(), Permission.AFTER_SALES, () -> {
                deed.run();
                return true;
            });
            show(details(row.id()));
            return true;
        } catch (CaseException refused) {
            Toast.failure(Problems.text(CaseWords.REFUSALS, refused));
            return false;
        }
    }

    private Section conversation(CaseDetails details) {
        var card = Card.head(new Section(), getTranslation("case.said"));
        if (details.row().problem() != null) {
            var note = new Div(
                    Icon.ALERT.create(), new Div(words.problem(details.row().problem())));
            note.addClassNames("note", "late");
            note.getElement().setAttribute("role", "note");
            card.add(note);
        }
        var list = new OrderedList();
        list.addClassName("talk");
        details.lines().forEach(line -> list.add(line(line)));
        card.add(list);
        return card;
    }

    private ListItem line(CaseLine line) {
        return switch (line) {
            case CaseLine.In in -> in(in);
            case CaseLine.Out out -> out(out);
            case CaseLine.Note note ->
                item("note-line", note.by() + " · " + getTranslation("case.note"), note.at(), plain(note.text()));
            case CaseLine.Change change -> change(change);
        };
    }

    private ListItem change(CaseLine.Change change) {
        var text = new Span(
                formats.when(change.at()) + " · " + getTranslation("case.change." + change.code(), change.text()));
        text.addClassNames("xs", "two");
        var item = new ListItem(text);
        item.addClassName("change");
        return item;
    }

    private ListItem in(CaseLine.In in) {
        var from = in.from().isBlank() ? in.address() : in.from() + " <" + in.address() + ">";
        var item = item(
                "in",
                in.automatic() ? from + " · " + getTranslation("case.automatic") : from,
                in.at(),
                in.text().isBlank() && !in.safeHtml().isBlank() ? harmless(in.safeHtml()) : plain(in.text()));
        files(item, in.files());
        return item;
    }

    private ListItem out(CaseLine.Out out) {
        var item = item(
                "out", out.by() + " → " + out.to() + " · " + words.reason(out.reason()), out.at(), plain(out.text()));
        files(item, out.files());
        var state = new Div(new Badge(
                tone(out.state()),
                null,
                getTranslation("case.answer." + out.state().name().toLowerCase(Locale.ROOT))));
        state.addClassName("row");
        if (out.error() != null && out.state() != AnswerState.SENT) {
            state.add(new Span(out.error()));
        }
        switch (out.state()) {
            case UNCLEAR -> {
                state.add(button("case.mark-sent", () -> desk.markSent(out.id())));
                state.add(button("case.send-again", () -> desk.sendAgain(out.id())));
            }
            case REJECTED, BOUNCED -> {
                state.add(button("case.send-again", () -> desk.sendAgain(out.id())));
                state.add(button("case.drop", () -> desk.drop(out.id())));
            }
            case PLANNED -> state.add(button("case.drop", () -> desk.drop(out.id())));
            case SENDING, SENT, DROPPED -> {}
        }
        item.add(state);
        return item;
    }

    private ActionButton button(String key, Runnable deed) {
        return new ActionButton(null, getTranslation(key), click -> act(deed)).small();
    }

    private static Badge.Tone tone(AnswerState state) {
        return switch (state) {
            case SENT -> Badge.Tone.OK;
            case PLANNED, SENDING -> Badge.Tone.INFO;
            case REJECTED, UNCLEAR, BOUNCED -> Badge.Tone.LATE;
            case DROPPED -> Badge.Tone.IDLE;
        };
    }

    private ListItem item(String kind, String head, Instant at, Component body) {
        var who = new Span(head);
        who.addClassNames("m", "grow");
        var when = new Span(formats.when(at));
        when.addClassNames("xs", "two");
        var top = new Div(who, when);
        top.addClassName("row");
        var item = new ListItem(top, body);
        item.addClassNames("bubble", kind);
        return item;
    }

    private static Div plain(String text) {
        var div = new Div(text);
        div.addClassName("said");
        return div;
    }

    /** What is left of a stranger's HTML; the room has made it harmless when the message came in. */
    private static Component harmless(String safe) {
        return new Html("<div class=\"said html\">" + safe + "</div>");
    }

    private void files(ListItem item, List<CaseLine.File> files) {
        if (files.isEmpty()) {
            return;
        }
        var row = new Div();
        row.addClassNames("row", "files");
        for (var file : files) {
            var link = new Anchor("case-files/" + file.id(), "");
            link.setRouterIgnore(true);
            link.getElement().setAttribute("download", true);
            link.add(Icon.SLIP.tiny(), new Span(file.name()));
            link.addClassNames("btn", "small");
            row.add(link);
        }
        item.add(row);
    }

    private void answerBox() {
        answerPlace.removeAll();
        if (shown == null || shown.row().erased()) {
            return;
        }
        var row = shown.row();
        box = new AnswerBox(words, offered(row), this::fields, shown.mayAnswer(), new AnswerBox.Deeds() {
            @Override
            public boolean mayShare() {
                return user.may(Permission.ADMINISTER);
            }

            @Override
            public boolean send(CaseDesk.Draft draft) {
                return act(() -> desk.answer(row.id(), draft));
            }

            @Override
            public boolean note(String text) {
                return act(() -> desk.note(row.id(), text));
            }

            @Override
            public void keep(AnswerTemplates.Template template) {
                if (act(() -> {
                    if (template.whose() == Whose.SHARED) {
                        user.demand(Permission.ADMINISTER);
                        templates.saveForAll(template);
                    } else {
                        templates.save(row.seller(), template);
                    }
                })) {
                    Toast.done(getTranslation("case.template.saved"));
                    offerTemplates(row);
                }
            }

            @Override
            public void remove(AnswerTemplates.Template template) {
                var id = template.id();
                if (id != null
                        && act(() -> {
                            if (template.whose() == Whose.SHARED) {
                                user.demand(Permission.ADMINISTER);
                                templates.removeForAll(id);
                            } else {
                                templates.remove(row.seller(), id);
                            }
                        })) {
                    Toast.done(getTranslation("case.template.removed"));
                    offerTemplates(row);
                }
            }
        });
        answerPlace.add(box);
    }

    private List<AnswerTemplates.Template> offered(CaseRow row) {
        return user.inScopeOf(row.seller(), Permission.AFTER_SALES, () -> templates.list(row.seller()));
    }

    private void offerTemplates(CaseRow row) {
        if (box != null) {
            box.offer(offered(row));
        }
    }

    private Map<String, String> fields() {
        Map<String, String> values = new HashMap<>();
        if (shown == null) {
            return values;
        }
        var row = shown.row();
        sellers.stream()
                .filter(seller -> seller.id().equals(row.seller()))
                .forEach(seller -> values.put("seller", seller.name()));
        values.put("buyer", row.buyerName());
        values.put("number", row.number());
        order(row).ifPresent(order -> {
            values.put("order", order.orderNumber());
            if (!order.buyerName().isBlank()) {
                values.put("buyer", order.buyerName());
            }
            tracks(order).stream().findFirst().ifPresent(parcel -> {
                values.put("tracking", parcel.trackingNumber());
                var carrier = connections.get(parcel.carrier());
                values.put("carrier", carrier == null ? parcel.carrierCode() : carrier.name());
            });
        });
        return values;
    }

    private Optional<OrderRow> order(CaseRow row) {
        var id = row.order();
        return id == null
                ? Optional.empty()
                : user.inFullScope(() -> orders.rows(List.of(id))).stream().findFirst();
    }

    private List<TrackedRow> tracks(OrderRow order) {
        return user.inFullScope(() -> tracking.of(List.of(order.id()))).getOrDefault(order.id(), List.of());
    }

    private Section facts(CaseRow row) {
        var card = Card.head(new Section(), getTranslation("case.facts"));
        var list = new Element("dl");
        list.setAttribute("class", "facts");
        pair(list, "case.buyer", new Span(words.buyer(row)));
        if (!row.buyerAddress().isBlank() && !row.buyerName().isBlank()) {
            pair(list, "case.address", new Span(row.buyerAddress()));
        }
        var channel = connections.get(row.connection());
        pair(list, "case.channel", new Span(channel == null ? "?" : channel.name()));
        pair(list, "case.assignee", assignee(row));
        pair(list, "case.opened", new Span(formats.when(row.openedAt())));
        card.getElement().appendChild(list);
        if (!row.erased()) {
            card.add(tags(row));
        }
        return card;
    }

    /** Whose it is; anybody who works on it may give it to another who does. */
    private Component assignee(CaseRow row) {
        if (row.erased()) {
            return new Span(row.assigneeName() == null ? getTranslation("cases.nobody") : row.assigneeName());
        }
        List<Colleague> colleagues =
                user.inScopeOf(row.seller(), Permission.AFTER_SALES, () -> desk.colleagues(row.seller()));
        var who = new ComboBox<Colleague>();
        who.setAriaLabel(getTranslation("case.assignee"));
        who.setPlaceholder(row.assigneeName() == null ? getTranslation("cases.nobody") : row.assigneeName());
        who.setClearButtonVisible(true);
        who.setItems(colleagues);
        who.setItemLabelGenerator(Colleague::name);
        colleagues.stream()
                .filter(one -> row.assignee() != null && one.id().value() == row.assignee())
                .findFirst()
                .ifPresent(who::setValue);
        who.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                act(() -> {
                    if (changed.getValue() == null) {
                        desk.giveBack(row.id());
                    } else {
                        desk.assign(row.id(), changed.getValue().id());
                    }
                });
            }
        });
        return who;
    }

    /** What it is about besides the order. */
    private void linkedCard(CaseRow row) {
        var linked = user.inScopeOf(row.seller(), Permission.AFTER_SALES, () -> links.of(row.id()));
        if (linked.isEmpty()) {
            return;
        }
        var card = Card.head(new Section(), getTranslation("case.linked"));
        var list = new UnorderedList();
        list.addClassName("items");
        linked.returns()
                .forEach(one -> list.add(
                        linked(row, one, getTranslation("case.unlink"), () -> links.unlink(row.id(), one.id()))));
        linked.claims()
                .forEach(one -> list.add(
                        linked(row, one, getTranslation("case.unlink"), () -> links.unlink(row.id(), one.id()))));
        linked.otherReturns()
                .forEach(one -> list.add(
                        linked(row, one, getTranslation("case.link-it"), () -> links.link(row.id(), one.id()))));
        linked.otherClaims()
                .forEach(one -> list.add(
                        linked(row, one, getTranslation("case.link-it"), () -> links.link(row.id(), one.id()))));
        card.add(list);
        right.add(card);
    }

    private ListItem linked(CaseRow row, ReturnRow piece, String says, Runnable deed) {
        var name = piece.title().isEmpty() ? piece.channelItemId() : piece.title();
        var link = new Anchor("returns?show=all&return=" + piece.id(), getTranslation("case.linked.return", name));
        return linked(row, link, piece.sku(), says, deed);
    }

    private ListItem linked(CaseRow row, ClaimRow claim, String says, Runnable deed) {
        var link = new Anchor(
                "claims?show=all&claim=" + claim.id(), getTranslation("case.linked.claim", claim.trackingNumber()));
        return linked(
                row, link, getTranslation("claim.state." + claim.state().name().toLowerCase(Locale.ROOT)), says, deed);
    }

    private ListItem linked(CaseRow row, Anchor link, String below, String says, Runnable deed) {
        var small = new Div(below);
        small.addClassNames("xs", "two");
        var names = new Div(link, small);
        names.addClassName("grow");
        var line = new ListItem(names);
        line.addClassName("item");
        if (!row.erased()) {
            var button =
                    new ActionButton(null, says, click -> act(deed)).small().quiet();
            button.getElement().setAttribute("aria-label", says + ": " + link.getText());
            line.add(button);
        }
        return line;
    }

    private Div tags(CaseRow row) {
        var tags = new Div();
        tags.addClassNames("row", "files");
        for (var tag : row.tags()) {
            var badge = new Badge(Badge.Tone.LINE, null, tag);
            badge.add(ActionButton.icon(
                            Icon.X, getTranslation("case.untag", tag), click -> act(() -> desk.untag(row.id(), tag)))
                    .bare()
                    .small());
            tags.add(badge);
        }
        var add = new TextField();
        add.setPlaceholder(getTranslation("case.tag"));
        add.setAriaLabel(getTranslation("case.tag"));
        add.setMaxLength(40);
        add.addValueChangeListener(changed -> {
            if (changed.isFromClient() && !changed.getValue().isBlank()) {
                act(() -> desk.tag(row.id(), changed.getValue()));
            }
        });
        tags.add(add);
        return tags;
    }

    private void orderCard(CaseRow row) {
        var order = order(row);
        if (order.isEmpty()) {
            if (!row.erased()) {
                right.add(linkCard(row));
            }
            return;
        }
        var card = Card.head(new Section(), getTranslation("case.order"));
        var list = new Element("dl");
        list.setAttribute("class", "facts");
        pair(
                list,
                "case.order.number",
                new Anchor("orders/" + order.get().id(), order.get().orderNumber()));
        pair(
                list,
                "case.order.buyer",
                new Span(order.get().buyerName() + " · " + order.get().city()));
        pair(list, "case.order.date", new Span(formats.date(order.get().orderedAt())));
        pair(
                list,
                "case.order.stage",
                new Span(getTranslation("stage."
                        + order.get().stage().name().toLowerCase(Locale.ROOT).replace('_', '-'))));
        for (var item : order.get().items()) {
            pair(list, "case.order.item", new Span(item.count() + " × " + item.title()));
        }
        card.getElement().appendChild(list);
        for (var parcel : tracks(order.get())) {
            var carrier = connections.get(parcel.carrier());
            var line = new Div(
                    new Badge(
                            Badge.Tone.IDLE,
                            Icon.TRUCK,
                            getTranslation("track."
                                    + parcel.state()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'))),
                    new Span(
                            (carrier == null ? parcel.carrierCode() : carrier.name()) + " " + parcel.trackingNumber()));
            line.addClassNames("row", "files");
            card.add(line);
        }
        right.add(card);
    }

    private Section linkCard(CaseRow row) {
        var card = Card.head(new Section(), getTranslation("case.order"));
        var number = new TextField(getTranslation("case.link.number"));
        number.setHelperText(getTranslation("case.link.help"));
        var say = new ActionButton(
                null, getTranslation("case.link"), click -> act(() -> desk.link(row.id(), number.getValue())));
        var rows = new Div(number, say);
        rows.addClassName("rows");
        card.add(rows);
        return card;
    }

    private void pair(Element list, String key, Component value) {
        var dt = new Element("dt");
        dt.setText(getTranslation(key));
        var dd = new Element("dd");
        dd.appendChild(value.getElement());
        list.appendChild(dt, dd);
    }

    @Override
    public String getPageTitle() {
        return (shown == null ? getTranslation("nav.cases") : shown.row().number()) + " · Packhaus";
    }
}
