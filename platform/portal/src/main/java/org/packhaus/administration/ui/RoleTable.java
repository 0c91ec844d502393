package org.packhaus.administration.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.packhaus.security.Role;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.SellerTile;

/** One line for each seller with the roles there; with many sellers, a search and one field for all that are shown. */
class RoleTable extends Div {
    private static final int MANY = 6;

    private final Map<SellerId, Set<Role>> chosen = new HashMap<>();
    private final List<SellerRow> sellers;
    private final Function<SellerId, Set<Role>> offered;
    private final Div lines = new Div();
    private final TextField search = new TextField();

    /** @param offered which roles may be given at a seller */
    RoleTable(List<SellerRow> sellers, Map<SellerId, Set<Role>> roles, Function<SellerId, Set<Role>> offered) {
        this.offered = offered;
        this.sellers = sellers;
        sellers.forEach(seller -> chosen.put(seller.id(), roles.getOrDefault(seller.id(), EnumSet.noneOf(Role.class))));
        addClassNames("rows", "role-table");
        if (sellers.size() >= MANY) {
            add(tools());
        }
        lines.addClassName("role-lines");
        add(lines);
        draw();
    }

    /** What is chosen now; a seller without roles is left out. */
    Map<SellerId, Set<Role>> value() {
        var all = new HashMap<>(chosen);
        all.values().removeIf(Set::isEmpty);
        return all;
    }

    private Div tools() {
        search.setPlaceholder(getTranslation("sellers.search"));
        search.setAriaLabel(getTranslation("sellers.search"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> draw());
        Set<Role> everywhere = EnumSet.allOf(Role.class);
        sellers.forEach(seller -> everywhere.retainAll(offered.apply(seller.id())));
        var roles = roles(getTranslation("roles.for-all"), everywhere);
        roles.setPlaceholder(getTranslation("roles.for-all"));
        var apply = new ActionButton(null, getTranslation("roles.apply"), click -> {
                    shown().forEach(seller -> chosen.put(seller.id(), Set.copyOf(roles.getValue())));
                    draw();
                })
                .small();
        var tools = new Div(search, roles, apply);
        tools.addClassName("role-tools");
        return tools;
    }

    private List<SellerRow> shown() {
        var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        return sellers.stream()
                .filter(seller -> seller.name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    private void draw() {
        lines.removeAll();
        shown().forEach(seller -> lines.add(line(seller)));
    }

    private Div line(SellerRow seller) {
        var name = new Span(seller.name());
        name.addClassNames("grow", "cut");
        var there = EnumSet.noneOf(Role.class);
        there.addAll(offered.apply(seller.id()));
        there.addAll(chosen.getOrDefault(seller.id(), Set.of()));
        var roles = roles(getTranslation("roles.at", seller.name()), there);
        roles.setPlaceholder(getTranslation("roles.none"));
        roles.setValue(chosen.getOrDefault(seller.id(), Set.of()));
        roles.addValueChangeListener(change -> chosen.put(seller.id(), Set.copyOf(change.getValue())));
        var line = new Div(new SellerTile(seller.mark(), seller.name()), name, roles);
        line.addClassName("role-line");
        return line;
    }

    private MultiSelectComboBox<Role> roles(String name, Set<Role> offers) {
        var roles = new MultiSelectComboBox<Role>();
        roles.setAriaLabel(name);
        roles.setItems(offers);
        roles.setItemLabelGenerator(role -> getTranslation(RolesDialog.key(role)));
        roles.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        return roles;
    }
}
