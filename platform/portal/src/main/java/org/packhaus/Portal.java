package org.packhaus;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("themes/portal/portal.css")
@Push
public class Portal implements AppShellConfigurator {

    public static void main(String[] args) {
        SpringApplication.run(Portal.class, args);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Packhaus");
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addFavIcon("icon", "themes/portal/icons/mark.svg", "any");
        settings.addMetaTag("color-scheme", "light dark");
    }
}
