package org.packhaus.plugin;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.packhaus.sdk.AfterSalesChannel;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.Connectable;
import org.packhaus.sdk.LabelFormat;
import org.packhaus.sdk.SalesChannel;
import org.packhaus.seller.ConnectionRole;

/** The SDK's roles and what the connections call them. */
final class Role {

    private Role() {}

    static Class<?> type(ConnectionRole role) {
        return switch (role) {
            case CARRIER -> Carrier.class;
            case SALES_CHANNEL -> SalesChannel.class;
            case LABEL_FORMAT -> LabelFormat.class;
            case AFTER_SALES -> AfterSalesChannel.class;
        };
    }

    /** As people call it. */
    static String name(ConnectionRole role) {
        return switch (role) {
            case CARRIER -> "carrier";
            case SALES_CHANNEL -> "sales channel";
            case LABEL_FORMAT -> "label format";
            case AFTER_SALES -> "after-sales channel";
        };
    }

    static List<ConnectionRole> of(Class<?> extension) {
        return Stream.of(ConnectionRole.values())
                .filter(role -> type(role).isAssignableFrom(extension))
                .toList();
    }

    /** The SDK's interfaces it implements beside the roles. */
    static List<String> abilities(Class<?> extension) {
        return Stream.<Class<?>>iterate(extension, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getInterfaces()))
                .filter(type -> type.getPackage() == Connectable.class.getPackage())
                .filter(type -> !Connectable.class.isAssignableFrom(type))
                .map(Class::getSimpleName)
                .distinct()
                .sorted()
                .toList();
    }
}
