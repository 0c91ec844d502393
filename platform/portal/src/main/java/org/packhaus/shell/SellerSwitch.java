package org.packhaus.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.security.CurrentUser;
import org.packhaus.seller.SellerRow;

/** One seller, several, or all mine: what the whole portal shows. */
class SellerSwitch extends NativeButton {

    /** From here on a list needs a search field. */
    private static final int MANY = 9;

    private static final int TILES = 3;

    private final CurrentUser user;
    private final List<SellerRow> mine;
    private final Set<SellerRow> picked;
    private final Popover popover;

    SellerSwitch(CurrentUser user, List<SellerRow> mine) {
        this.user = user;
        this.mine = mine;
        var chosen = user.chosen();
        this.picked = mine.stream()
                .filter(seller -> chosen.contains(seller.id()))
                .collect(Collectors.toCollection(HashSet::new));
        addClassName("scope");
        getElement().setAttribute("type", "button");
        draw();
        popover = new LazyPopover(this, PopoverPosition.BOTTOM_START, getTranslation("sellers.choose"), this::choice);
        setEnabled(mine.size() > 1);
    }

    private void draw() {
        var tiles = new Span();
        tiles.addClassName("tiles");
        tiles.getElement().setAttribute("data-count", String.valueOf(picked.size()));
        var shown = mine.stream().filter(picked::contains).toList();
        shown.stream().limit(TILES).forEach(seller -> tiles.add(new SellerTile(seller.mark(), seller.name())));

        var head = new Element("b");
        head.setAttribute("class", "cut");
        head.setText(
                shown.size() == 1
                        ? shown.getFirst().name()
                        : shown.size() == mine.size() ? getTranslation("sellers.all") : getTranslation("sellers.some"));
        var below = new Span(getTranslation("sellers.in-view", shown.size(), mine.size()));
        below.addClassNames("xs", "two");
        var words = new Span();
        words.addClassName("grow");
        words.getElement().appendChild(head, below.getElement());
        removeAll();
        add(tiles, words);
        if (mine.size() > 1) {
            add(Icon.UPDOWN.create());
        }
    }

    private Div choice() {
        var group = new CheckboxGroup<SellerRow>();
        group.getElement().getThemeList().add("vertical");
        group.setAriaLabel(getTranslation("sellers.choose"));
        group.setItems(mine);
        group.setItemLabelGenerator(SellerRow::name);
        group.setValue(Set.copyOf(picked));

        var apply = new ActionButton(null, getTranslation("sellers.show"), click -> {
                    user.choose(group.getValue().stream().map(SellerRow::id).collect(Collectors.toSet()));
                    popover.close();
                    UI.getCurrent().getPage().reload();
                })
                .fill();
        group.addValueChangeListener(
                change -> apply.setEnabled(!change.getValue().isEmpty()));
        var all = new ActionButton(null, getTranslation("sellers.all-mine"), click -> group.setValue(Set.copyOf(mine)))
                .bare();
        var none = new ActionButton(null, getTranslation("sellers.none"), click -> group.setValue(Set.of())).bare();
        var foot = new Div(apply, all, none);
        foot.addClassName("row");
        var content = new Div();
        content.addClassName("pop");
        if (mine.size() >= MANY) {
            content.add(search(group));
        }
        var list = new Div(group);
        list.addClassNames("scroll", "sellers");
        content.add(list, foot);
        return content;
    }

    private TextField search(CheckboxGroup<SellerRow> group) {
        var search = new TextField();
        search.setPlaceholder(getTranslation("sellers.search"));
        search.setAriaLabel(getTranslation("sellers.search"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            var wanted = change.getValue().strip().toLowerCase(Locale.ROOT);
            var kept = new HashSet<>(group.getValue());
            group.setItems(mine.stream()
                    .filter(seller -> kept.contains(seller)
                            || seller.name().toLowerCase(Locale.ROOT).contains(wanted))
                    .toList());
            group.setValue(kept);
        });
        return search;
    }
}
