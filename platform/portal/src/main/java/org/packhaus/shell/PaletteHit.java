package org.packhaus.shell;

/**
 * Something the command palette offers.
 *
 * @param title what it is called
 * @param below what tells it from others of that name; may be empty
 * @param target where it leads
 */
public record PaletteHit(Kind kind, Icon icon, String title, String below, Target target) {

    /** Under which head it stands, in this order. */
    public enum Kind {
        RECENT,
        ORDER,
        SCREEN,
        SELLER,
        ACTION
    }

    /** What happens when it is taken. */
    public sealed interface Target {}

    /** Goes to an address within the portal; remembered among the recent ones. */
    public record Go(String address) implements Target {}

    /** Does something here and now. */
    public record Run(Runnable work) implements Target {}
}
