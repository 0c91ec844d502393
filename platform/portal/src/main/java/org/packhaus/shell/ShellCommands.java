package org.packhaus.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Theme;
import org.packhaus.security.UserService;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the palette finds without any room's help: screens, sellers, language and colours. */
@Configuration(proxyBeanMethods = false)
class ShellCommands {

    @Bean
    PaletteSource screens(ObjectProvider<NavigationEntry> entries, CurrentUser user) {
        return (typed, formats) -> best(
                typed,
                entries.stream()
                        .filter(entry -> entry.needs() == null || user.may(entry.needs()))
                        .sorted(Comparator.comparingInt(NavigationEntry::order))
                        .map(entry -> new PaletteHit(
                                PaletteHit.Kind.SCREEN,
                                entry.icon(),
                                formats.text(entry.textKey()),
                                "",
                                new PaletteHit.Go(
                                        RouteConfiguration.forSessionScope().getUrl(entry.view())))));
    }

    /** To look at one seller only, which is what most people mean when they name one. */
    @Bean
    PaletteSource sellersInView(SellerService sellers, CurrentUser user) {
        return (typed, formats) -> typed.isEmpty()
                ? List.of()
                : best(
                        typed,
                        user.inFullScope(sellers::list).stream()
                                .map(seller -> new PaletteHit(
                                        PaletteHit.Kind.SELLER,
                                        Icon.STORE,
                                        seller.name(),
                                        formats.text("palette.only-seller"),
                                        new PaletteHit.Run(() -> look(user, seller)))));
    }

    private static void look(CurrentUser user, SellerRow seller) {
        user.choose(Set.of(seller.id()));
        UI.getCurrent().getPage().reload();
    }

    @Bean
    PaletteSource shellActions(CurrentUser user, UserService users) {
        return (typed, formats) -> typed.isEmpty()
                ? List.of()
                : best(
                        typed,
                        Stream.concat(
                                Stream.of(action(formats, "palette.all-sellers", Icon.STORE, () -> {
                                    user.choose(Set.of());
                                    UI.getCurrent().getPage().reload();
                                })),
                                Stream.concat(
                                        Stream.of(Preferences.Colours.values())
                                                .map(colours -> colours(formats, user, users, colours)),
                                        Texts.LANGUAGES.stream()
                                                .map(language -> language(formats, user, users, language)))));
    }

    private static PaletteHit colours(
            Formats formats, CurrentUser user, UserService users, Preferences.Colours colours) {
        var name = formats.text("user.colours." + colours.name().toLowerCase(Locale.ROOT));
        return new PaletteHit(
                PaletteHit.Kind.ACTION,
                colours == Preferences.Colours.DARK ? Icon.MOON : Icon.SUN,
                formats.text("user.colours") + ": " + name,
                "",
                new PaletteHit.Run(() -> {
                    users.prefer(user.id(), user.profile().language(), Theme.valueOf(colours.name()));
                    Preferences.wear(colours);
                }));
    }

    private static PaletteHit language(Formats formats, CurrentUser user, UserService users, Locale language) {
        return new PaletteHit(
                PaletteHit.Kind.ACTION,
                Icon.GLOBE,
                formats.text("user.language") + ": " + language.getDisplayLanguage(language),
                "",
                new PaletteHit.Run(() -> {
                    users.prefer(
                            user.id(), language.getLanguage(), user.profile().theme());
                    Preferences.speak(language);
                }));
    }

    private static PaletteHit action(Formats formats, String key, Icon icon, Runnable work) {
        return new PaletteHit(PaletteHit.Kind.ACTION, icon, formats.text(key), "", new PaletteHit.Run(work));
    }

    private static List<PaletteHit> best(String typed, Stream<PaletteHit> offered) {
        record Scored(PaletteHit hit, int score) {}
        return offered.flatMap(
                        hit -> Fuzzy.score(typed, hit.title()).stream().mapToObj(score -> new Scored(hit, score)))
                .sorted(Comparator.comparingInt(Scored::score).reversed())
                .map(Scored::hit)
                .toList();
    }
}
