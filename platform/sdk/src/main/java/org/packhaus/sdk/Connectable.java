package org.packhaus.sdk;

import org.pf4j.ExtensionPoint;

/**
 * What the four roles have in common: a seller <em>connects</em> to one by filling in its settings.
 *
 * <p>An implementation carries PF4J's {@code @Extension}, has one public constructor that takes {@link PluginTools}, and
 * keeps no state of a seller in fields (a {@link TokenCache} is fine). The portal makes one instance and calls it from many
 * threads at once.
 *
 * @param <S> the settings: a record. Its components are the fields of the form the portal draws, in their order; allowed
 *     types are {@code String}, {@link Secret}, {@code boolean}, {@code int}, {@code long}, {@code BigDecimal}, {@code URI},
 *     {@code LocalTime}, enums, and {@code Optional} of them. What may stay empty is {@code Optional}; a value that should
 *     be there unless the seller wants another is {@code Optional} too, with the plugin's own choice when it is empty. Bean
 *     Validation annotations on the components are checked before the record is handed over. Labels, help and option texts come from {@code texts[_de|_zh].properties} beside
 *     the extension's class: {@code settings.<component>}, {@code settings.<component>.help},
 *     {@code settings.<component>.<CONSTANT>}; a component without a text shows its name.
 */
public interface Connectable<S extends Record> extends ExtensionPoint {

    /** The settings record's class. */
    Class<S> settingsType();
}
