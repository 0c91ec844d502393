package org.packhaus.administration.ui;

import java.util.Optional;
import org.packhaus.security.Permission;
import org.packhaus.shell.Icon;
import org.packhaus.shell.NavigationEntry;
import org.packhaus.shell.NavigationEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's places in the drawer, for those who may look after the install. */
@Configuration(proxyBeanMethods = false)
class AdministrationPlaces {

    @Bean
    NavigationEntry usersPlace() {
        return new NavigationEntry(
                900,
                Group.ADMINISTRATION,
                "nav.users",
                Icon.USER,
                UsersView.class,
                formats -> Optional.empty(),
                Permission.MANAGE_SELLERS);
    }

    @Bean
    NavigationEntry auditPlace() {
        return new NavigationEntry(
                920,
                Group.ADMINISTRATION,
                "nav.audit",
                Icon.LIST,
                AuditView.class,
                formats -> Optional.empty(),
                Permission.SEE_AUDIT);
    }

    @Bean
    NavigationEntry systemPlace() {
        return new NavigationEntry(
                950,
                Group.ADMINISTRATION,
                "nav.system",
                Icon.GEAR,
                SystemView.class,
                formats -> Optional.empty(),
                Permission.ADMINISTER);
    }
}
