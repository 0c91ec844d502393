package org.packhaus.security;

import java.util.EnumSet;
import java.util.Set;

/** What somebody is to one seller. */
public enum Role {
    ADMINISTRATOR(EnumSet.complementOf(EnumSet.of(Permission.ADMINISTER))),
    MANAGER(EnumSet.complementOf(EnumSet.of(Permission.ADMINISTER))),
    SHIPPER(EnumSet.of(
            Permission.SEE_ORDERS,
            Permission.EDIT_ORDERS,
            Permission.SHIP,
            Permission.CONFIRM,
            Permission.PACK,
            Permission.EDIT_STOCK)),
    PACKER(EnumSet.of(Permission.SEE_ORDERS, Permission.PACK)),
    AFTER_SALES(EnumSet.of(Permission.SEE_ORDERS, Permission.AFTER_SALES)),
    VIEWER(EnumSet.of(Permission.SEE_ORDERS));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }
}
