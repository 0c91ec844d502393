package org.packhaus.document.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.document.PaperDesign;
import org.packhaus.document.PaperDesigns;
import org.packhaus.document.PaperException;
import org.packhaus.document.SlipLanguage;
import org.packhaus.document.SlipTongue;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.order.OrderTab;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Toast;

/** How a seller's papers look: changed, seen at once as they will be printed, and only then saved. {@code /papers?seller=3} leads to one seller's. */
@Route(value = "papers", layout = MainLayout.class)
@PermitAll
class PapersView extends Div implements HasDynamicTitle, BeforeEnterObserver {
    private static final int EXAMPLES = 25;

    private final PaperDesigns designs;
    private final OrderService orders;
    private final CurrentUser user;
    private final Select<SellerRow> seller = new Select<>();
    private final Div unsaved = new Div();
    private final LogoCard logo = new LogoCard(this::takeLogo);
    private final RadioButtonGroup<SlipTongue> tongue = new RadioButtonGroup<>();
    private final Checkbox articleNumbers = new Checkbox(getTranslation("papers.article-numbers"));
    private final Checkbox eans = new Checkbox(getTranslation("papers.eans"));
    private final WordsCard words = new WordsCard(this::changed);
    private final Checkbox returnLabels = new Checkbox(getTranslation("papers.return-labels"));
    private final Div warning = new Div();
    private final PreviewCard preview = new PreviewCard(this::draw);
    private final List<SellerRow> all;
    private Optional<byte[]> chosenLogo = Optional.empty();
    private @Nullable PaperDesign saved;
    private boolean reading;

    PapersView(PaperDesigns designs, OrderService orders, SellerService sellers, CurrentUser user) {
        this.designs = designs;
        this.orders = orders;
        this.user = user;
        this.all = user.inScope(sellers::list);
        addClassName("papers");
        var about = new Paragraph(getTranslation("papers.sub"));
        about.addClassName("sub");
        var names = new Div(new H1(getTranslation("nav.papers")), about);
        names.addClassName("grow");
        var head = new Header(names, seller);
        head.addClassName("head");
        unsaved.addClassName("unsaved");
        var main = new Div(unsaved, logo, numbers(), words, returns());
        main.addClassName("settings");
        var columns = new Div(main, preview);
        columns.addClassNames("scroll", "columns");
        add(head, columns);
        seller.setAriaLabel(getTranslation("papers.seller"));
        seller.setItems(all);
        seller.setItemLabelGenerator(SellerRow::name);
        seller.setVisible(all.size() > 1);
        seller.addValueChangeListener(change -> read());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("seller")
                .orElse("");
        all.stream()
                .filter(one -> one.id().toString().equals(wanted))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .ifPresent(seller::setValue);
    }

    private Section numbers() {
        tongue.setLabel(getTranslation("papers.tongue"));
        tongue.setItems(SlipTongue.values());
        tongue.setItemLabelGenerator(one -> getTranslation("papers.tongue." + word(one)));
        tongue.addClassName("stacked");
        tongue.addValueChangeListener(change -> changed());
        articleNumbers.addValueChangeListener(change -> changed());
        eans.addValueChangeListener(change -> changed());
        var shown = new Div(articleNumbers, eans);
        shown.addClassName("checks");
        shown.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("papers.numbers"));
        var rows = new Div(tongue, shown);
        rows.addClassNames("in", "rows");
        var card = new Section(new Header(new H2(getTranslation("papers.slip"))), rows);
        card.addClassName("card");
        return card;
    }

    private Section returns() {
        returnLabels.addValueChangeListener(change -> changed());
        warning.add(Icon.ALERT.create(), new Span(getTranslation("papers.return-labels.warning")));
        warning.addClassNames("note", "warn");
        var help = new Paragraph(getTranslation("papers.return-labels.help"));
        help.addClassName("help");
        var rows = new Div(returnLabels, warning, help);
        rows.addClassNames("in", "rows");
        var card = new Section(new Header(new H2(getTranslation("papers.returns"))), rows);
        card.addClassName("card");
        return card;
    }

    private void read() {
        var who = seller.getValue();
        if (who == null) {
            return;
        }
        reading = true;
        PaperDesign design = user.inScopeOf(who.id(), Permission.SEE_ORDERS, () -> designs.of(who.id()));
        saved = design;
        chosenLogo = design.logo();
        logo.show(chosenLogo);
        tongue.setValue(design.tongue());
        articleNumbers.setValue(design.articleNumbers());
        eans.setValue(design.eans());
        words.show(design.words(), written(design));
        returnLabels.setValue(design.returnLabels());
        preview.offer(user.inScopeOf(who.id(), Permission.SEE_ORDERS, this::examples));
        boolean may = user.may(Permission.MANAGE_SELLERS, who.id());
        logo.mayEdit(may);
        tongue.setReadOnly(!may);
        articleNumbers.setReadOnly(!may);
        eans.setReadOnly(!may);
        words.mayEdit(may);
        returnLabels.setReadOnly(!may);
        reading = false;
        changed();
    }

    private List<OrderRow> examples() {
        var mine = OrderFilter.of(OrderTab.TO_SHIP)
                .withSellers(Set.of(seller.getValue().id()));
        return orders.page(mine, null, EXAMPLES).rows().stream()
                .filter(row -> !row.buyerName().isEmpty())
                .toList();
    }

    /** The language somebody wrote in already, the one they see first. */
    private static SlipLanguage written(PaperDesign design) {
        return Arrays.stream(SlipLanguage.values())
                .filter(one -> !design.wordsIn(one).isEmpty())
                .findFirst()
                .orElse(SlipLanguage.GERMAN);
    }

    private void takeLogo(Optional<byte[]> png) {
        chosenLogo = png;
        changed();
    }

    private @Nullable PaperDesign draft() {
        return saved == null
                ? null
                : new PaperDesign(
                        saved.seller(),
                        saved.version(),
                        tongue.getValue(),
                        articleNumbers.getValue(),
                        eans.getValue(),
                        returnLabels.getValue(),
                        words.words(),
                        chosenLogo);
    }

    private void changed() {
        var draft = draft();
        if (reading || draft == null) {
            return;
        }
        warning.setVisible(draft.returnLabels());
        unsaved.removeAll();
        unsaved.setVisible(!same(draft));
        if (!same(draft)) {
            var says = new Span(getTranslation("papers.unsaved"));
            says.addClassName("grow");
            unsaved.add(
                    says,
                    new ActionButton(null, getTranslation("papers.discard"), click -> read()).quiet(),
                    new ActionButton(Icon.TICK, getTranslation("papers.save"), click -> save()).fill());
        }
        draw();
    }

    /** A logo is compared as the very bytes: it changes by another upload only. */
    private boolean same(PaperDesign draft) {
        return draft.equals(saved);
    }

    private void draw() {
        var draft = draft();
        if (draft == null) {
            return;
        }
        try {
            byte[] pdf = user.inScopeOf(
                    draft.seller(),
                    Permission.SEE_ORDERS,
                    () -> designs.preview(draft, preview.order().orElse(null)));
            preview.show(pdf, designs.picture(pdf, 1));
        } catch (PaperException e) {
            preview.say(Problems.text(e));
        }
    }

    private void save() {
        var draft = draft();
        if (draft == null) {
            return;
        }
        try {
            user.inScopeOf(draft.seller(), Permission.MANAGE_SELLERS, () -> designs.save(draft));
            Toast.done(getTranslation("papers.saved"));
            read();
        } catch (PaperException e) {
            Toast.failure(Problems.text(e));
        }
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.papers") + " · Packhaus";
    }
}
