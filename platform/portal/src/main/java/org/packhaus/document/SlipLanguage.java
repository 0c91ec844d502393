package org.packhaus.document;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.packhaus.sdk.CountryCode;

/** The language of a paper, which is not the one the portal is shown in. */
public enum SlipLanguage {
    GERMAN(Locale.GERMAN, "dd.MM.yyyy"),
    ENGLISH(Locale.ENGLISH, "d MMMM yyyy"),
    CHINESE(Locale.CHINESE, "yyyy年M月d日");

    private final Locale locale;
    private final DateTimeFormatter dates;
    private final ResourceBundle texts;

    SlipLanguage(Locale locale, String dates) {
        this.locale = locale;
        this.dates = DateTimeFormatter.ofPattern(dates, locale);
        this.texts = ResourceBundle.getBundle(
                "org.packhaus.document.slip", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** The language of an ISO 639 code; German, which every buyer there reads, for one that slips are not written in. */
    public static SlipLanguage of(String code) {
        for (SlipLanguage language : values()) {
            if (language.locale.getLanguage().equals(Locale.of(code).getLanguage())) {
                return language;
            }
        }
        return GERMAN;
    }

    /** The language that is read in a country, as far as slips are written in it; English elsewhere. */
    static SlipLanguage in(CountryCode country) {
        return switch (country.toString()) {
            case "DE", "AT", "CH", "LI", "LU" -> GERMAN;
            case "CN", "TW", "HK", "MO" -> CHINESE;
            default -> ENGLISH;
        };
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... values) {
        String pattern = texts.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
    }

    String total(int pieces) {
        return pieces == 1 ? text("total.one") : text("total", pieces);
    }

    String date(LocalDate date) {
        return dates.format(date);
    }
}
