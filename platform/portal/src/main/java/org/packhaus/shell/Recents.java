package org.packhaus.shell;

import java.util.ArrayList;
import java.util.List;
import org.packhaus.security.UserSettings;

/** Where the user went last by the palette: title and address, newest first. Order numbers and screens, never a buyer. */
record Recents(UserSettings settings) {
    private static final String NAME = "shell.recent";
    private static final int MOST = 6;
    private static final int LONGEST = 200;

    /** One place, a line of the setting. */
    record Place(String title, String address, String icon) {

        private String line() {
            return (icon + "\t" + address + "\t" + title).replace('\n', ' ');
        }
    }

    List<Place> list() {
        return settings.mine(NAME).stream()
                .flatMap(String::lines)
                .map(line -> line.split("\t", 3))
                .filter(parts -> parts.length == 3)
                .map(parts -> new Place(parts[2], parts[1], parts[0]))
                .toList();
    }

    void add(Place place) {
        if (place.line().length() > LONGEST) {
            return;
        }
        List<Place> places = new ArrayList<>(list());
        places.removeIf(known -> known.address().equals(place.address()));
        places.addFirst(place);
        settings.keep(
                NAME,
                String.join("\n", places.stream().limit(MOST).map(Place::line).toList()));
    }
}
