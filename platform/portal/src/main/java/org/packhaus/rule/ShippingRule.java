package org.packhaus.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule. Rules are asked in order; the first that is enabled, whose conditions all hold and that can name a carrier, decides.
 *
 * @param name as people know it, unique within the seller's rules
 * @param conditions none means every order
 * @param extras what is added to the product
 * @param second who brings it when the first choice's connection is paused, broken or without its plugin
 */
public record ShippingRule(
        String name,
        boolean enabled,
        List<Condition> conditions,
        Action action,
        List<Extra> extras,
        @Nullable SecondChoice second) {
    static final int LONGEST_NAME = 100;

    public ShippingRule {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A rule's name has 1 to " + LONGEST_NAME + " characters.");
        }
        conditions = List.copyOf(conditions);
        extras = List.copyOf(extras);
    }

    public ShippingRule enabled(boolean value) {
        return new ShippingRule(name, value, conditions, action, extras, second);
    }
}
