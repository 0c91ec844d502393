package org.packhaus.plugin.gls;

import java.util.regex.Pattern;
import org.packhaus.sdk.Json;

/**
 * The two names of a parcel at GLS. The portal keeps the parcel number (12 digits, the last a check digit; some services leave
 * that one out), because OTTO and buyers know it; the track ID (8 letters and digits) is what ShipIT's cancellation wants, and
 * a reprint of the parcel number tells it.
 */
final class GlsNumber {
    private static final Pattern PARCEL_NUMBER = Pattern.compile("\\d{11,12}");
    private static final Pattern TRACK_ID = Pattern.compile("[A-Z0-9]{8}");

    private GlsNumber() {}

    static boolean isParcelNumber(String number) {
        return PARCEL_NUMBER.matcher(number).matches();
    }

    static boolean isTrackId(String number) {
        return TRACK_ID.matcher(number).matches();
    }

    /** Whether it can be a parcel of GLS's at all. */
    static boolean isOne(String number) {
        return isParcelNumber(number) || isTrackId(number);
    }

    /** As ShipIT's reprint takes it. */
    static Json.Builder put(Json.Builder json, String number) {
        return json.put(isTrackId(number) ? "TrackID" : "ParcelNumber", number);
    }
}
